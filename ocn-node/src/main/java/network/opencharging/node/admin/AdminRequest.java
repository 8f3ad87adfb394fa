package network.opencharging.node.admin;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.access.Administrator;

import java.util.Optional;

/**
 * What the gate and the desks of the administration tell each other about a request: who makes it,
 * and what is to be written down of it.
 */
public final class AdminRequest {
    private static final String WHO = AdminRequest.class.getName() + ".who";
    private static final String NOTE = AdminRequest.class.getName() + ".note";

    private AdminRequest() {}

    /** Who makes this request. Behind the gate there is always somebody. */
    public static Administrator who(HttpServletRequest request) {
        return whoIfKnown(request)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "nothing of the administration stands before its gate"));
    }

    static Optional<Administrator> whoIfKnown(HttpServletRequest request) {
        return request.getAttribute(WHO) instanceof Administrator administrator
                ? Optional.of(administrator)
                : Optional.empty();
    }

    static void known(HttpServletRequest request, Administrator administrator) {
        request.setAttribute(WHO, administrator);
    }

    /**
     * What is to be written down beside method and path: which platform, which parties; never a
     * secret. A request that only reads is written down if, and only if, it has such a note.
     */
    public static void note(HttpServletRequest request, String sentence) {
        request.setAttribute(NOTE, sentence);
    }

    /** The same, added to what there is. */
    static void noteMore(HttpServletRequest request, String sentence) {
        note(request, note(request).map(before -> before + ": " + sentence).orElse(sentence));
    }

    static Optional<String> note(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(NOTE)).map(Object::toString);
    }

    /** Where it came from, for the log and against guessing. */
    static String place(HttpServletRequest request) {
        return request.getRemoteAddr();
    }
}

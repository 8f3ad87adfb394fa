package network.opencharging.node.admin;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.access.Access;
import network.opencharging.node.access.SignedIn;
import network.opencharging.node.oidc.ProviderProblem;
import network.opencharging.node.oidc.SignOn;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Signing in by a provider of identities, where the operator has named one. */
@RestController
public class OidcDesk {
    /** Where it begins. */
    static final String PATH = SignInDesk.PATH + "/oidc";

    /** Where the provider sends browsers back to. */
    public static final String BACK = PATH + "/callback";

    private static final Set<String> OPEN = Set.of(PATH, BACK);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Optional<SignOn> signOn;
    private final Access access;
    private final AuditTrail trail;
    private final SessionCookie session;
    private final SessionCookie memory;

    /**
     * Signs on there.
     *
     * @param signOn with the provider; empty where none is named
     * @param session the cookie of who has signed in
     */
    public OidcDesk(
            Optional<SignOn> signOn, Access access, AuditTrail trail, SessionCookie session) {
        this.signOn = signOn;
        this.access = access;
        this.trail = trail;
        this.session = session;
        this.memory = new SessionCookie(session.name() + "-oidc", session.secure());
    }

    /** Whether the gate lets everybody through to it. */
    static boolean isOpen(String path) {
        return OPEN.contains(path);
    }

    /** To the provider. */
    @GetMapping(PATH)
    public ResponseEntity<byte[]> go(HttpServletRequest request) {
        if (signOn.isEmpty()) {
            return nowhere();
        }
        try {
            SignOn.Begun begun = signOn.get().begin();
            String kept = begun.memory() + "." + encoded(SignInDesk.next(request));
            return ResponseEntity.status(303)
                    .header(HttpHeaders.SET_COOKIE, memory.set(kept, REMEMBERED))
                    .location(begun.where())
                    .build();
        } catch (ProviderProblem problem) {
            return page(502, request, String.valueOf(problem.getMessage()));
        }
    }

    /** And back. */
    @GetMapping(BACK)
    public ResponseEntity<byte[]> back(HttpServletRequest request) {
        if (signOn.isEmpty()) {
            return nowhere();
        }
        String kept = memory.in(request).orElse("");
        int end = Math.max(0, kept.lastIndexOf('.'));
        try {
            SignOn.Ended ended =
                    signOn.get()
                            .finish(
                                    kept.substring(0, end),
                                    parameter(request, "state"),
                                    parameter(request, "code"));
            return switch (ended) {
                case SignOn.Ended.Known(String name) ->
                        welcome(request, name, decoded(kept.substring(end)));
                case SignOn.Ended.Refused(String why) -> {
                    trail.signedIn(request, "?", 401, "refused: " + why);
                    yield page(401, request, "You are not let in: " + why + ".");
                }
            };
        } catch (ProviderProblem problem) {
            return page(502, request, String.valueOf(problem.getMessage()));
        }
    }

    private ResponseEntity<byte[]> welcome(HttpServletRequest request, String name, String next) {
        SignedIn.Begun begun = access.vouchedFor(name);
        trail.signedIn(request, Access.VOUCHED + name, 303, "signed in by the provider");
        return ResponseEntity.status(303)
                .header(HttpHeaders.SET_COOKIE, session.set(begun.cookie(), begun.lasts()))
                .header(HttpHeaders.SET_COOKIE, memory.set("", Duration.ZERO))
                .location(URI.create(next))
                .build();
    }

    private ResponseEntity<byte[]> page(int status, HttpServletRequest request, String message) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.SET_COOKIE, memory.set("", Duration.ZERO))
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(SignInPage.with(message, SignInDesk.next(request), true));
    }

    private static ResponseEntity<byte[]> nowhere() {
        return AdminAnswers.missing(
                "No provider of identities is named: set ocn.admin.oidc.issuer.", "issuer");
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static String encoded(String next) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(next.getBytes(StandardCharsets.UTF_8));
    }

    /** What a browser brings back is checked as what it brought. */
    private static String decoded(String kept) {
        try {
            return SignInDesk.below(
                    new String(
                            Base64.getUrlDecoder().decode(kept.replaceFirst("^\\.", "")),
                            StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return SignInDesk.below("");
        }
    }
}

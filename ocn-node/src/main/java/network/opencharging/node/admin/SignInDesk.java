package network.opencharging.node.admin;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.access.Access;
import network.opencharging.node.access.Administrator;
import network.opencharging.node.access.Person;
import network.opencharging.node.access.SignedIn;
import network.opencharging.node.oidc.SignOn;
import network.opencharging.protocol.json.Json;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where people sign in with a browser: a page with a form, a cookie that no script reads, and for
 * pages the proof that they belong to the session.
 */
@RestController
public class SignInDesk {
    /** The page, and where its form goes. The gate lets everybody through to it. */
    static final String PATH = "/admin/login";

    /** The header in which a page shows that it belongs to the session. */
    static final String PROOF = "X-CSRF-Token";

    private static final String HOME = "/admin/";
    private static final Pattern PLACE_BELOW = Pattern.compile("/admin/[A-Za-z0-9._~%?=&#+-/]*");

    private final Access access;
    private final AuditTrail trail;
    private final SessionCookie cookie;
    private final Optional<SignOn> elsewhere;

    /**
     * Signs in to this.
     *
     * @param cookie of who has signed in
     * @param elsewhere where people may sign in too; empty where no provider is named
     */
    public SignInDesk(
            Access access, AuditTrail trail, SessionCookie cookie, Optional<SignOn> elsewhere) {
        this.access = access;
        this.trail = trail;
        this.cookie = cookie;
        this.elsewhere = elsewhere;
    }

    /** Where somebody who wanted to see this page has to sign in first. */
    static String pathTo(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).map(it -> "?" + it).orElse("");
        return PATH
                + "?next="
                + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }

    /** The page with the form. */
    @GetMapping(PATH)
    public ResponseEntity<byte[]> form(HttpServletRequest request) {
        return page(200, request, "");
    }

    /** Takes the form: {@code name}, {@code password} and where to go then, {@code next}. */
    @PostMapping(PATH)
    public ResponseEntity<byte[]> signIn(HttpServletRequest request) {
        String name = parameter(request, "name").strip();
        SignedIn outcome =
                access.signIn(name, parameter(request, "password"), AdminRequest.place(request));
        return switch (outcome) {
            case SignedIn.Begun begun -> {
                trail.signedIn(request, name, 303, "signed in");
                yield ResponseEntity.status(303)
                        .header(HttpHeaders.SET_COOKIE, cookie.set(begun.cookie(), begun.lasts()))
                        .location(URI.create(next(request)))
                        .build();
            }
            case SignedIn.TooSoon soon ->
                    page(
                            429,
                            request,
                            "Too many were wrong: wait %d seconds."
                                    .formatted(soon.pause().toSeconds() + 1));
            case SignedIn.Refused _ -> {
                // Who mixes up the fields has typed the password as a name.
                trail.signedIn(request, Person.isName(name) ? name : "?", 401, "refused");
                yield page(401, request, "Name or password are wrong.");
            }
        };
    }

    /** Who is signed in, and the proof for what changes something. */
    @GetMapping("/admin/session")
    public ResponseEntity<byte[]> session(HttpServletRequest request) {
        Administrator who = AdminRequest.who(request);
        return AdminAnswers.json(
                200,
                Json.Obj.EMPTY
                        .with("name", who.name())
                        .with("way", who.way().name())
                        .withOptional(
                                "csrf",
                                cookie.in(request)
                                        .filter(_ -> who.way() == Administrator.Way.SESSION)
                                        .map(access::proof)
                                        .map(Json::text)));
    }

    /** Signs out. */
    @DeleteMapping("/admin/session")
    public ResponseEntity<byte[]> signOut(HttpServletRequest request) {
        cookie.in(request).ifPresent(access::signOut);
        AdminRequest.note(request, "signed out");
        return ResponseEntity.status(200)
                .header(HttpHeaders.SET_COOKIE, cookie.set("", Duration.ZERO))
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        Json.Obj.EMPTY
                                .with("result", "signed out")
                                .withOptional("then", after(request).map(Json::text))
                                .bytes());
    }

    /** Who came in by the provider signs off there too. */
    private Optional<String> after(HttpServletRequest request) {
        return elsewhere
                .filter(_ -> AdminRequest.who(request).name().startsWith(Access.VOUCHED))
                .flatMap(SignOn::end)
                .map(URI::toString);
    }

    private ResponseEntity<byte[]> page(int status, HttpServletRequest request, String message) {
        return ResponseEntity.status(status)
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(SignInPage.with(message, next(request), elsewhere.isPresent()));
    }

    /** Where somebody wants to go then. */
    static String next(HttpServletRequest request) {
        return below(parameter(request, "next"));
    }

    /** Never to another site: a link to the form may come from anywhere. */
    static String below(String wanted) {
        return PLACE_BELOW.matcher(wanted).matches() && !wanted.contains("//") ? wanted : HOME;
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

package network.opencharging.cpo.ops;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.cpo.people.AuditBook;
import network.opencharging.cpo.people.Caller;
import network.opencharging.cpo.people.Entrance;
import network.opencharging.cpo.people.Marks;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The way in and out for people with a browser. */
@RestController
public class LoginDesk {
    /** The cookie that carries a ticket. */
    public static final String COOKIE = "ocn-cpo";

    /** The header in which a page shows its word when it wants something done. */
    public static final String WORD = "X-Cpo-Word";

    /** Where the door puts who asks. */
    public static final String CALLER = "network.opencharging.cpo.caller";

    private final Entrance entrance;
    private final Marks marks;
    private final AuditBook audit;
    private final Ways ways;
    private final Clock clock;

    /**
     * Which ways in there are beside passwords and the key.
     *
     * @param provider through a provider of identities
     */
    public record Ways(boolean provider) {}

    public LoginDesk(Entrance entrance, Marks marks, AuditBook audit, Ways ways, Clock clock) {
        this.ways = ways;
        this.entrance = entrance;
        this.marks = marks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which ways in there are. */
    @GetMapping("/admin/login")
    WaysView ways() {
        return new WaysView(ways.provider());
    }

    /** In, with a name and a password, or with the operator's key. */
    @PostMapping("/admin/login")
    ResponseEntity<Map<String, String>> enter(
            @RequestBody Map<String, String> said, HttpServletRequest request) {
        String name = said.getOrDefault("name", "");
        String secret = said.getOrDefault(name.isBlank() ? "key" : "password", "");
        Entrance.Answer answer = entrance.enter(name, secret, request.getRemoteAddr());
        return switch (answer) {
            case Entrance.Answer.In in -> {
                write(in.caller().name(), in.caller().tenant(), HttpStatus.OK, request);
                yield ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie(in.ticket(), in.lasts(), request))
                        .body(Map.of());
            }
            case Entrance.Answer.Wrong() -> {
                write(name, Optional.empty(), HttpStatus.UNAUTHORIZED, request);
                yield ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .body(Map.of("error", wrong(name)));
            }
            case Entrance.Answer.Wait(Duration pause) ->
                    ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                            .header(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds() + 1))
                            .body(
                                    Map.of(
                                            "error",
                                            "This was tried too often: wait %d seconds."
                                                    .formatted(pause.toSeconds() + 1)));
        };
    }

    private static String wrong(String name) {
        return name.isBlank()
                ? "This is not the key: see admin.key in the data folder."
                : "Name and password do not belong together.";
    }

    private void write(
            String who, Optional<String> tenant, HttpStatus status, HttpServletRequest request) {
        audit.write(
                new AuditBook.Deed(
                        clock.instant(),
                        who.isBlank() ? Caller.KEY.name() : who,
                        tenant,
                        "POST /admin/login",
                        status.value(),
                        request.getRemoteAddr()));
    }

    /** Out. */
    @DeleteMapping("/admin/login")
    ResponseEntity<Void> leave(HttpServletRequest request) {
        ticket(request).ifPresent(entrance::leave);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request))
                .build();
    }

    /** Who one is; to a page, also the word that it shows when it wants something done. */
    @GetMapping("/admin/me")
    MeView me(@RequestAttribute(CALLER) Caller caller, HttpServletRequest request) {
        return new MeView(
                caller.name(),
                caller.role().name(),
                caller.tenant(),
                ticket(request).map(marks::word));
    }

    /** The ticket that a browser shows. */
    public static Optional<String> ticket(HttpServletRequest request) {
        return cookie(request, COOKIE);
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    static String cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/admin")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build()
                .toString();
    }

    /** As the page is told. */
    record WaysView(boolean provider) {}

    /**
     * Who one is.
     *
     * @param word empty for programs: they need none
     */
    record MeView(String name, String role, Optional<String> tenant, Optional<String> word) {}
}

package network.opencharging.cpo.ops;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.cpo.oidc.ProviderProblem;
import network.opencharging.cpo.oidc.SignOn;
import network.opencharging.cpo.people.AuditBook;
import network.opencharging.cpo.people.Entrance;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The way in through a provider of identities, where the settings name one. */
@RestController
public class SignOnDesk {
    private static final String MEMORY = "ocn-cpo-sign-on";
    private static final String WAY = "/admin/login/oidc";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SignOn signOn;
    private final Entrance entrance;
    private final AuditBook audit;
    private final Clock clock;

    public SignOnDesk(SignOn signOn, Entrance entrance, AuditBook audit, Clock clock) {
        this.signOn = signOn;
        this.entrance = entrance;
        this.audit = audit;
        this.clock = clock;
    }

    /** To the provider. */
    @GetMapping(WAY)
    ResponseEntity<Void> begin(HttpServletRequest request) {
        SignOn.Begun begun = signOn.begin();
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.SET_COOKIE, memory(begun.memory(), PATIENCE, request))
                .location(begun.where())
                .build();
    }

    /** Back from the provider. */
    @GetMapping(WAY + "/return")
    ResponseEntity<String> finish(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        String memory = LoginDesk.cookie(request, MEMORY).orElse("");
        return switch (signOn.finish(memory, state, code)) {
            case SignOn.Ended.Known(var caller) -> {
                Entrance.Answer.In in = entrance.welcome(caller);
                write(caller.name(), caller.tenant(), HttpStatus.OK, request);
                yield ResponseEntity.status(HttpStatus.FOUND)
                        .header(HttpHeaders.SET_COOKIE, memory("", Duration.ZERO, request))
                        .header(
                                HttpHeaders.SET_COOKIE,
                                LoginDesk.cookie(in.ticket(), in.lasts(), request))
                        .location(URI.create("/admin/"))
                        .build();
            }
            case SignOn.Ended.Refused(String why) -> {
                write("somebody", Optional.empty(), HttpStatus.FORBIDDEN, request);
                yield said(HttpStatus.FORBIDDEN, why);
            }
        };
    }

    private void write(
            String who, Optional<String> tenant, HttpStatus status, HttpServletRequest request) {
        audit.write(
                new AuditBook.Deed(
                        clock.instant(),
                        who,
                        tenant,
                        "GET " + WAY,
                        status.value(),
                        request.getRemoteAddr()));
    }

    /** It passes. */
    @ExceptionHandler(ProviderProblem.class)
    ResponseEntity<String> problem(ProviderProblem problem) {
        return said(HttpStatus.BAD_GATEWAY, String.valueOf(problem.getMessage()));
    }

    /** A browser shows this, not the page's script. */
    private static ResponseEntity<String> said(HttpStatus status, String why) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", "default-src 'none'")
                .body(
                        "<!doctype html><meta charset=utf-8><title>Charging</title><p>"
                                + HtmlUtils.htmlEscape(why)
                                + "<p><a href=/admin/>Back</a>");
    }

    /** Lax: it must come along when the provider sends the browser back. */
    private static String memory(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(MEMORY, value)
                .path(WAY)
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}

package network.opencharging.cpo.api;

import network.opencharging.cpo.ops.Changes;
import network.opencharging.cpo.ops.Feed;
import network.opencharging.cpo.site.Sites;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What everybody may know of published locations, without saying who one is. */
@RestController
public class PublicDesk {
    private static final int MOST = 100;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final OpenPlaces places;
    private final Sites sites;
    private final Feed feed;

    public PublicDesk(OpenPlaces places, Sites sites, Feed feed) {
        this.places = places;
        this.sites = sites;
        this.feed = feed;
    }

    /** All that are published, by id, with how their EVSEs are and by which tariffs they charge. */
    @GetMapping("/api/locations")
    ResponseEntity<byte[]> locations(
            @RequestParam(defaultValue = "0") String offset,
            @RequestParam(defaultValue = "50") String limit,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        Optional<Integer> from = number(offset, 0, Integer.MAX_VALUE);
        Optional<Integer> most = number(limit, 1, MOST);
        if (from.isEmpty() || most.isEmpty()) {
            return wrong(HttpStatus.BAD_REQUEST, "offset must be 0 or more, and limit 1 to 100");
        }
        return told(places.page(from.get(), most.get()), known);
    }

    private static Optional<Integer> number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            return number < least || number > most ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** One. */
    @GetMapping("/api/locations/{location}")
    ResponseEntity<byte[]> location(
            @PathVariable String location,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        return places.one(location)
                .map(text -> told(text, known))
                .orElseGet(() -> wrong(HttpStatus.NOT_FOUND, "there is no such location"));
    }

    /** Each change of an EVSE, as it happens. */
    @GetMapping("/api/live")
    ResponseEntity<SseEmitter> live() {
        return feed.open(this::isOpen, places::status)
                .map(emitter -> ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                                .header(HttpHeaders.RETRY_AFTER, "10")
                                .build());
    }

    private boolean isOpen(Changes.Change change) {
        return sites.find(change.location()).filter(found -> found.published()).isPresent();
    }

    /** OpenAPI 3.1. */
    @GetMapping(value = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ClassPathResource description() {
        return new ClassPathResource("network/opencharging/cpo/api/openapi.json");
    }

    private static ResponseEntity<byte[]> told(String text, String known) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + hash(body) + "\"";
        boolean same =
                Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals(tag) || one.equals("W/" + tag));
        return ResponseEntity.status(same ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(same ? null : body);
    }

    private static ResponseEntity<byte[]> wrong(HttpStatus status, String why) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(("{\"error\":\"" + why + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

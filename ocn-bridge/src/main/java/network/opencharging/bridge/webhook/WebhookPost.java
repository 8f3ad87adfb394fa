package network.opencharging.bridge.webhook;

import network.opencharging.bridge.call.Timely;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a backoffice what happened, in order, one event at a time: an event is gone only when the
 * backoffice has answered with a 2xx.
 */
public final class WebhookPost {
    /** The header with the signature: {@code sha256=} and the HMAC of the body, in hexadecimal. */
    public static final String SIGNATURE = "X-OCN-Webhook-Signature";

    private static final int AT_ONCE = 50;

    private final HttpClient http;
    private final URI url;
    private final byte[] secret;
    private final Duration patience;
    private final Shelf shelf;
    private final Trouble trouble;
    private String told = "";

    /** Hears of an event that the backoffice does not take. */
    public interface Trouble {
        /**
         * It waits, and all that come after it wait too.
         *
         * @param why what the backoffice answered, or why it did not
         */
        void note(Event.Numbered event, String why);
    }

    /**
     * A webhook.
     *
     * @param url where the backoffice listens
     * @param secret known to both
     * @param patience how long the backoffice may take for one event
     * @param trouble is told once of an event that is not taken, and again when the reason changes
     */
    public WebhookPost(
            HttpClient http,
            URI url,
            String secret,
            Duration patience,
            Shelf shelf,
            Trouble trouble) {
        this.http = http;
        this.url = url;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.patience = patience;
        this.shelf = shelf;
        this.trouble = trouble;
    }

    /**
     * Tells what there is to tell.
     *
     * @return how many events the backoffice has taken; when it does not take one, the next call
     *     starts with the same
     * @throws InterruptedException when the bridge is being stopped
     */
    public int round() throws InterruptedException {
        List<Event.Numbered> events = shelf.events(AT_ONCE);
        int taken = 0;
        for (Event.Numbered event : events) {
            if (!isTaken(event)) {
                return taken;
            }
            shelf.acknowledge(event.seq());
            taken++;
        }
        return taken;
    }

    private boolean isTaken(Event.Numbered event) throws InterruptedException {
        byte[] body = event.json().bytes();
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .header(SIGNATURE, "sha256=" + hmac(body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            int status = Timely.send(http, request, BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 || waits(event, "HTTP " + status);
        } catch (IOException e) {
            return waits(event, String.valueOf(e));
        }
    }

    private boolean waits(Event.Numbered event, String why) {
        String tell = event.seq() + " " + why;
        if (!tell.equals(told)) {
            told = tell;
            trouble.note(event, why);
        }
        return false;
    }

    private String hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HmacSHA256", e);
        }
    }
}

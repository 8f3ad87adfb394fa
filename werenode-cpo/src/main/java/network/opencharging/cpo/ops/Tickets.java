package network.opencharging.cpo.ops;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser shows instead of the operator's key: until when it counts, sealed with the key.
 * Nothing is kept here, so a ticket is good at every process with the same key, and after a
 * restart.
 */
public final class Tickets {
    private static final Duration LASTS = Duration.ofHours(12);
    private static final String SEAL = "HmacSHA256";

    private final byte[] key;
    private final Clock clock;

    /** Sealed with this key. */
    public Tickets(String key, Clock clock) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** Whether this is the operator's key; takes as long whatever is shown. */
    public boolean isKey(String shown) {
        return MessageDigest.isEqual(shown.strip().getBytes(StandardCharsets.UTF_8), key);
    }

    /** One for who shows the key; empty when it is another. */
    Optional<String> issue(String shown) {
        String until = Long.toString(clock.instant().plus(LASTS).getEpochSecond());
        return isKey(shown) ? Optional.of(until + "." + seal(until)) : Optional.empty();
    }

    /** Whether it was given here and still counts. */
    public boolean isGood(String ticket) {
        int dot = ticket.indexOf('.');
        if (dot < 1 || dot > 12) {
            return false;
        }
        String until = ticket.substring(0, dot);
        boolean sealed =
                MessageDigest.isEqual(
                        ticket.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
                        seal(until).getBytes(StandardCharsets.UTF_8));
        return sealed && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(until)));
    }

    private String seal(String until) {
        try {
            Mac mac = Mac.getInstance(SEAL);
            mac.init(new SecretKeySpec(key, SEAL));
            return HexFormat.of()
                    .formatHex(mac.doFinal(("page " + until).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + SEAL, e);
        }
    }
}

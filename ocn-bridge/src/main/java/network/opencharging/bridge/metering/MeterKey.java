package network.opencharging.bridge.metering;

import java.time.Instant;
import java.util.Optional;

/**
 * A public key of a meter or gateway. Keys are never deleted, only ended.
 *
 * @param text the key as registered, hex or Base64: a SubjectPublicKeyInfo, or a point of the curve
 * @param from readings from this moment on
 * @param until readings before this moment; empty: still in use
 */
public record MeterKey(String text, Instant from, Optional<Instant> until) {

    /** Whether readings of the moment may be signed with it. */
    boolean covers(Instant moment) {
        return !moment.isBefore(from) && until.map(moment::isBefore).orElse(true);
    }
}

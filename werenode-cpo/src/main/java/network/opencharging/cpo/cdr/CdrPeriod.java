package network.opencharging.cpo.cdr;

import java.time.Instant;
import java.util.List;

/**
 * A stretch of the session; it ends where the next begins, the last with the session (OCPI 2.2.1
 * §10.4.6). All our periods are rated by the CDR's one tariff.
 *
 * @param start its first second
 * @param dimensions what was measured, at least one
 */
public record CdrPeriod(Instant start, List<CdrDimension> dimensions) {

    /** Copies the dimensions. */
    public CdrPeriod {
        dimensions = List.copyOf(dimensions);
    }
}

package network.opencharging.benchmarks.stations;

import java.time.Instant;

/**
 * What a station has said, and what of it was acknowledged: the database must have at least the
 * second and at most the first.
 *
 * @param meters messages with a register that no other has
 * @param begun transactions
 * @param ended transactions
 * @param status of when the last state of its connector is that was acknowledged
 * @param owes whether a call is open
 */
public record Account(
        String station, Span meters, Span begun, Span ended, Instant status, boolean owes) {

    /** From what was acknowledged to what was said. */
    public record Span(long acknowledged, long said) {

        /** Whether so many may be in the database. */
        public boolean holds(long found) {
            return acknowledged <= found && found <= said;
        }
    }
}

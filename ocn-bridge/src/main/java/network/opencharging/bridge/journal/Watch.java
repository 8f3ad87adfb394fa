package network.opencharging.bridge.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A journal and the clock by which its entries are dated.
 *
 * @param clock the time
 * @param journal is told
 */
public record Watch(Clock clock, Journal journal) {

    /** Nobody watches. */
    public static Watch none() {
        return new Watch(Clock.systemUTC(), Journal.none());
    }

    /** Now. */
    public Instant now() {
        return clock.instant();
    }

    /** Tells of a message that begun then and has ended now. */
    public void note(
            Passage.Direction direction,
            Instant begun,
            Passage.Subject subject,
            Passage.Message request,
            Passage.Ending ending) {
        journal.note(
                new Passage(
                        direction,
                        begun,
                        Duration.between(begun, now()),
                        subject,
                        request,
                        ending));
    }
}

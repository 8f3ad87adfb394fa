package network.opencharging.cpo.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How it goes with partners, kept: what the last call came to, and what waits for them. */
public interface PartnerBook {
    /**
     * A partner was told something, or not.
     *
     * @param partner its country code and party id, as {@code NL/BOB}
     * @param trouble why not; empty: it took it
     */
    void told(String partner, Optional<String> trouble, Instant at);

    /** All whom something was ever told. */
    List<Contact> contacts();

    /** What waits, or was given up; whoever nothing waits for is not in it. */
    List<Backlog> backlogs(String everybody);

    /**
     * How the last calls went.
     *
     * @param success when it last took something
     * @param failure when it last did not
     * @param trouble why it then did not; empty: it never happened
     */
    record Contact(
            String partner, Optional<Instant> success, Optional<Instant> failure, String trouble) {}

    /**
     * What waits for a partner.
     *
     * @param waiting is tried again by itself
     * @param givenUp is not
     * @param oldest since when the oldest of both waits
     */
    record Backlog(String partner, long waiting, long givenUp, Instant oldest) {}
}

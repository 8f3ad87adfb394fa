package network.opencharging.cpo.config;

import network.opencharging.cpo.effect.Side;
import network.opencharging.cpo.process.Lead;
import network.opencharging.cpo.store.JdbcFacts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which sides of the outbox are this process' to carry out. Devices and books are with whoever
 * speaks to plugs. Partners are with the process that has a way to them: as long as there is one,
 * or was one lately, the others leave its news where they are, or nobody would ever tell them.
 */
final class OutboxTurn {
    private static final String SEEN = "partners.seen";

    /** So long news are kept for a process with an invitation that does not come back. */
    private static final Duration FORGOTTEN = Duration.ofDays(3);

    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final Leads leads;
    private final JdbcFacts facts;
    private final Clock clock;
    private final Kind kind;
    private Instant noted = Instant.MIN;

    /**
     * What one process does at a time.
     *
     * @param plugs who speaks to plugs
     * @param partners who tells partners
     */
    record Leads(Lead plugs, Lead partners) {}

    /** What this process is with regard to partners. */
    enum Kind {
        /** It has an invitation. */
        INVITED,
        /** It has none, but others of the same database may. */
        ONE_OF_MANY,
        /** It has none, and there are no others: nobody is to be told anything. */
        ALONE
    }

    OutboxTurn(Leads leads, JdbcFacts facts, Clock clock, Kind kind) {
        this.leads = leads;
        this.facts = facts;
        this.clock = clock;
        this.kind = kind;
    }

    /** Takes or keeps the turn with partners where there is a way to them. */
    synchronized void look() {
        if (kind != Kind.INVITED || !leads.partners().take()) {
            return;
        }
        Instant now = clock.instant();
        if (noted.plus(SELDOM).isBefore(now)) {
            facts.note(SEEN, now.toString());
            noted = now;
        }
    }

    /** Whether the way to partners is this process' to open. */
    boolean opensTheWay() {
        return kind == Kind.INVITED && leads.partners().isOurs();
    }

    /** Whether what is on that side is carried out here, or found to concern nobody. */
    boolean isOurs(Side side) {
        if (side == Side.OWN) {
            return leads.plugs().isOurs();
        }
        return switch (kind) {
            case INVITED -> leads.partners().isOurs();
            case ALONE -> leads.plugs().isOurs();
            case ONE_OF_MANY -> leads.plugs().isOurs() && isForgotten();
        };
    }

    /** Nobody ever had a way to partners, or it was given up long ago. */
    private boolean isForgotten() {
        Optional<Instant> seen = facts.find(SEEN).map(Instant::parse);
        return seen.filter(last -> last.plus(FORGOTTEN).isAfter(clock.instant())).isEmpty();
    }
}

package network.opencharging.cpo.people;

import java.time.Instant;
import java.util.Optional;

/** Who has entered with a browser and until when, kept: it holds at every process. */
public interface VisitBook {
    /** How somebody showed who he is. */
    enum Way {
        /** By a password: what he may do now counts. */
        PASSWORD,
        /** By the operator's key. */
        KEY,
        /** By a provider of identities: what that said counts. */
        PROVIDER
    }

    /**
     * A visit.
     *
     * @param mark of the ticket that the browser shows
     * @param caller who it was when he entered
     * @param until when he has to enter again
     */
    record Visit(String mark, Way way, Caller caller, Instant until) {}

    /** Begins one. */
    void begin(Visit visit);

    /** The one whose ticket has that mark, unless it is over. */
    Optional<Visit> find(String mark, Instant now);

    /** Ends one. */
    void end(String mark);

    /** Ends all of somebody. */
    void endAll(String name);

    /** Forgets those that were over then. */
    void forget(Instant before);
}

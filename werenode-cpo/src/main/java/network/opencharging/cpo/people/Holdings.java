package network.opencharging.cpo.people;

import java.util.Optional;
import java.util.Set;

/**
 * What belongs to which tenant, kept. It outlives what it is about: the sessions at a location that
 * was removed are still its tenant's.
 */
public interface Holdings {
    /** What can belong to somebody. */
    enum Kind {
        LOCATION,
        TARIFF
    }

    /** Whose it is; empty: the house's. */
    Optional<String> holder(Kind kind, String id);

    /** All that belong to a tenant; tariffs in upper case. */
    Set<String> of(Kind kind, String tenant);

    /** All that belong to any tenant; tariffs in upper case. */
    Set<String> ofAnybody(Kind kind);

    /** Gives it to a tenant, or to the house. */
    void give(Kind kind, String id, Optional<String> tenant);

    /**
     * Takes it for a tenant where nobody has it.
     *
     * @return false when another tenant has it
     */
    boolean claim(Kind kind, String id, String tenant);
}

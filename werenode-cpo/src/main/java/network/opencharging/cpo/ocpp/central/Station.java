package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Boot;

import java.time.Instant;
import java.util.Optional;

/**
 * A station that is known, or that tried to connect.
 *
 * @param id its identity
 * @param securityProfile 0 none, 1 password, 2 password over TLS, 3 certificate; less is refused
 * @param password its password's seal; empty when it has none
 * @param boot what it last said of itself; empty until it first started
 * @param seen when it last connected or started
 */
public record Station(
        String id,
        Admission admission,
        int securityProfile,
        Optional<String> password,
        Optional<Boot> boot,
        Instant seen) {

    /** It started, and said this of itself. */
    Station started(Boot told, Instant at) {
        return new Station(id, admission, securityProfile, password, Optional.of(told), at);
    }

    /** Accepted by the operator, and started at least once. */
    boolean works() {
        return admission == Admission.ACCEPTED && boot.isPresent();
    }

    /** What the operator decided. */
    public enum Admission {
        ACCEPTED,
        /** Nobody decided yet. */
        PARKED,
        REFUSED
    }
}

package network.opencharging.cpo.session;

import java.time.Instant;
import java.util.Optional;

/**
 * When what happened.
 *
 * @param asked when it was asked for
 * @param reserved from when the EVSE was kept for it
 * @param began when energy began
 * @param ended when it was over, for the bill
 * @param updated when it last changed
 * @param told as of when partners were last told of a reading
 */
public record Times(
        Instant asked,
        Optional<Instant> reserved,
        Optional<Instant> began,
        Optional<Instant> ended,
        Instant updated,
        Instant told) {
    static Times asked(Instant now) {
        return new Times(
                now, Optional.empty(), Optional.empty(), Optional.empty(), now, Instant.EPOCH);
    }

    Times reservedFrom(Instant now) {
        return new Times(asked, Optional.of(now), began, ended, updated, told);
    }

    Times begun(Instant at) {
        return new Times(asked, reserved, Optional.of(at), ended, updated, told);
    }

    Times over(Instant at) {
        return new Times(asked, reserved, began, Optional.of(at), updated, told);
    }

    Times changed(Instant now) {
        return new Times(asked, reserved, began, ended, now, told);
    }

    Times told(Instant now) {
        return new Times(asked, reserved, began, ended, updated, now);
    }
}

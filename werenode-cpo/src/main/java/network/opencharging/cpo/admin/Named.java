package network.opencharging.cpo.admin;

import network.opencharging.cpo.people.Sight;

import java.util.Optional;

/** What is kept by station: tenants name one of theirs. */
final class Named {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private Named() {}

    static void requireOwn(String field, Optional<String> station, Sight sight) {
        if (!sight.isWhole() && station.isEmpty()) {
            throw new Wrong(BAD_REQUEST, field + " is wanted: one of your stations");
        }
        if (station.filter(name -> !sight.device(name)).isPresent()) {
            throw new Wrong(NOT_FOUND, "there is no such station");
        }
    }
}

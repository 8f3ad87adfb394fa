package network.opencharging.tools.party;

import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.bridge.model.v221.EVSE;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.protocol.party.PartyId;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What others tell an eMSP, in sentences for whoever listens. */
final class EmspNews {
    private final PartyId self;
    private volatile Consumer<String> listener = _ -> {};

    EmspNews(PartyId self) {
        this.self = self;
    }

    void listen(Consumer<String> other) {
        listener = other;
    }

    /** A location; of one that is known only how its EVSEs are, where that is what has changed. */
    void location(ObjectKey key, Optional<Location> before, Location now) {
        List<EVSE> changed = now.evses().stream().filter(evse -> isOther(before, evse)).toList();
        if (before.isEmpty() || changed.isEmpty()) {
            say(
                    "has location %s of %s: %s"
                            .formatted(
                                    key.id().text(),
                                    key.owner(),
                                    now.name().orElse(now.address())));
            return;
        }
        changed.forEach(evse ->
                say(
                        "sees that EVSE %s of %s at %s is %s"
                                .formatted(
                                        evse.uid().text(),
                                        key.owner(),
                                        key.id().text(),
                                        evse.status().value())));
    }

    private static boolean isOther(Optional<Location> before, EVSE now) {
        return before.stream()
                .flatMap(location -> location.evses().stream())
                .noneMatch(
                        evse -> evse.uid().equals(now.uid()) && evse.status().equals(now.status()));
    }

    void session(ObjectKey key, Optional<Session> before, Session now) {
        if (before.filter(known -> known.status().equals(now.status())).isEmpty()) {
            say(
                    "has session %s of %s at %s: %s, %s kWh"
                            .formatted(
                                    key.id().text(),
                                    key.owner(),
                                    now.locationId().text(),
                                    now.status().value(),
                                    now.kwh().toPlainString()));
        }
    }

    void cdr(ObjectKey key, CDR now) {
        say(
                "has CDR %s of %s: %s kWh, %s %s without VAT"
                        .formatted(
                                key.id().text(),
                                key.owner(),
                                now.totalEnergy().toPlainString(),
                                now.totalCost().exclVat().toPlainString(),
                                now.currency()));
    }

    void result(CommandType type, String id, CommandResult result) {
        say("is told how %s %s ended: %s".formatted(type.value(), id, result.result().value()));
    }

    private void say(String what) {
        listener.accept(self + " " + what);
    }
}

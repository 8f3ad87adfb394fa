package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.ChargingPreferencesHandler;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.v221.ChargingPreferences;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** What drivers prefer for own Sessions (OCPI 2.2.1 §9.2.1.2). */
record PreferencesDesk(ChargingPreferencesHandler handler) implements Desk {
    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(ModuleId.SESSIONS)
                && asked.route().role() == InterfaceRole.SENDER
                && asked.route().method() == HttpMethod.PUT
                && asked.match().id("session_id").isPresent();
    }

    @Override
    public Outcome answer(Asked asked) {
        Optional<Json.Obj> body = asked.object();
        if (body.isEmpty()) {
            return new Outcome.NotJson();
        }
        CiString session = asked.id("session_id").orElseThrow();
        return switch (ChargingPreferences.SHAPE.read(body.get())) {
            case Reading.Unreadable<ChargingPreferences>(var findings) ->
                    new Outcome.Unreadable(findings);
            case Reading.Read<ChargingPreferences>(ChargingPreferences wanted, var _) ->
                    handler.prefer(asked.context(), session, wanted)
                            .<Outcome>map(said -> new Outcome.Found(Json.text(said.value())))
                            .orElseGet(() -> new Outcome.Missing("Session"));
        };
    }
}

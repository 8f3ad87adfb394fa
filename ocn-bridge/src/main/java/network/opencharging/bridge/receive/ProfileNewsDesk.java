package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.ChargingProfileListener;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.ActiveChargingProfile;
import network.opencharging.bridge.model.v221.ActiveChargingProfileResult;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.Route;

import java.util.Optional;
import java.util.function.Function;

/** Profiles of partners' Sessions: results of own requests, and changes (OCPI 2.2.1 §14.4.2). */
record ProfileNewsDesk(ChargingProfileListener listener) implements Desk {
    @Override
    public boolean serves(Asked asked) {
        boolean result =
                asked.route().method() == HttpMethod.POST
                        && asked.match().id(Route.GIVEN_ID).isPresent();
        boolean change =
                asked.route().method() == HttpMethod.PUT
                        && asked.match().id("session_id").isPresent();
        return asked.route().module().equals(ModuleId.CHARGING_PROFILES)
                && asked.route().role() == InterfaceRole.SENDER
                && (result || change);
    }

    @Override
    public Outcome answer(Asked asked) {
        if (asked.route().method() == HttpMethod.PUT) {
            CiString session = asked.id("session_id").orElseThrow();
            return told(
                    asked,
                    ActiveChargingProfile.SHAPE,
                    profile -> listener.changed(asked.context(), session, profile));
        }
        String id = asked.id(Route.GIVEN_ID).map(CiString::text).orElseThrow();
        // The three results differ in nothing but the profile, which two of them never have.
        return told(
                asked,
                ActiveChargingProfileResult.SHAPE,
                result -> listener.ended(asked.context(), id, result));
    }

    private static <T extends OcpiObject> Outcome told(
            Asked asked, Shape<T> shape, Function<T, Verdict> tell) {
        Optional<Reading<T>> reading = asked.object().map(shape::read);
        return reading.<Outcome>map(read ->
                        switch (read) {
                            case Reading.Unreadable<T>(var findings) ->
                                    new Outcome.Unreadable(findings);
                            case Reading.Read<T>(T object, var _) -> Filed.of(tell.apply(object));
                        })
                .orElseGet(Outcome.NotJson::new);
    }
}

package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.ChargingPreferencesHandler;
import network.opencharging.bridge.backoffice.ChargingProfileHandler;
import network.opencharging.bridge.backoffice.ChargingProfileListener;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ProfileRequest;
import network.opencharging.bridge.backoffice.ProfileRequest.Wish;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.ActiveChargingProfile;
import network.opencharging.bridge.model.v221.ActiveChargingProfileResult;
import network.opencharging.bridge.model.v221.ChargingPreferences;
import network.opencharging.bridge.model.v221.ChargingPreferencesResponse;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.ModuleId;

import java.time.Duration;
import java.util.Optional;

/** Charging profiles and preferences, told as events. */
record KeptProfiles(KeptBackoffice kept, Shelf shelf, Duration longest)
        implements ChargingProfileHandler, ChargingProfileListener, ChargingPreferencesHandler {
    @Override
    public Answer handle(Context context, ProfileRequest request) {
        Json.Obj content =
                Json.Obj.EMPTY
                        .with("id", request.id())
                        .with("session_id", request.session().text());
        kept.told(
                "chargingprofile.request",
                context,
                switch (request.wish()) {
                    case Wish.Follow(var profile) ->
                            content.with("wish", "SET").with("data", profile.json());
                    case Wish.Clear() -> content.with("wish", "CLEAR");
                    case Wish.Tell(Duration duration) ->
                            content.with("wish", "GET")
                                    .with("duration", Json.number(duration.toSeconds()));
                });
        return new Answer.Accepted(longest);
    }

    @Override
    public Verdict ended(Context context, String id, ActiveChargingProfileResult result) {
        return kept.ended(
                "chargingprofile.result",
                context,
                id,
                Json.Obj.EMPTY.with("id", id).with("data", result.json()));
    }

    @Override
    public Verdict changed(Context context, CiString session, ActiveChargingProfile profile) {
        return kept.told(
                "chargingprofile.active",
                context,
                Json.Obj.EMPTY.with("session_id", session.text()).with("data", profile.json()));
    }

    /** OCPI 2.2.1 §9.4.1: the EVSE will try, which is no promise that it can. */
    @Override
    public Optional<ChargingPreferencesResponse> prefer(
            Context context, CiString session, ChargingPreferences preferences) {
        Kept.Place place =
                new Kept.Place(Kept.Side.OWN, ModuleId.SESSIONS, context.to(), session.text());
        if (shelf.find(place).isEmpty()) {
            return Optional.empty();
        }
        kept.told(
                "charging_preferences",
                context,
                Json.Obj.EMPTY.with("session_id", session.text()).with("data", preferences.json()));
        return Optional.of(ChargingPreferencesResponse.ACCEPTED);
    }
}

package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

/** Location (§8.3.1 of both). */
public final class LocationWords implements ObjectWords {
    private final String timeZone;

    /**
     * Words with this rule.
     *
     * @param timeZone for locations that name none: 2.2.1 demands one
     */
    public LocationWords(String timeZone) {
        this.timeZone = timeZone;
    }

    @Override
    public Saying up(Json.Obj old, PartyId owner, boolean whole) {
        Json.Obj fresh = Tables.LOCATION.up(old);
        if (!whole) {
            return new Saying.Of(fresh);
        }
        Json.Obj owned = Owned.by(owner, fresh).with("publish", Json.bool(true));
        return new Saying.Of(
                hours(
                        owned.member("time_zone").isPresent()
                                ? owned
                                : owned.with("time_zone", timeZone)));
    }

    /** 2.2.1 demands to be told whether a place is open day and night. */
    private static Json.Obj hours(Json.Obj location) {
        return location.objectOf("opening_times")
                .filter(hours -> hours.member("twentyfourseven").isEmpty())
                .map(hours ->
                        location.with(
                                "opening_times", hours.with("twentyfourseven", Json.bool(false))))
                .orElse(location);
    }

    /** What its owner does not publish 2.1.1 would publish: it has no word for that. */
    @Override
    public Saying down(Json.Obj fresh, boolean whole) {
        if (fresh.member("publish").filter(Json.bool(false)::equals).isPresent()) {
            return new Saying.Not("publish is false, which 2.1.1 cannot say");
        }
        Json.Obj old = Tables.LOCATION.down(fresh);
        if (!whole) {
            return new Saying.Of(old);
        }
        Json.Obj typed = old.member("type").isPresent() ? old : old.with("type", "UNKNOWN");
        return new Saying.Of(
                typed.member("postal_code").isPresent()
                        ? typed
                        : typed.with("postal_code", Owned.NOT_AVAILABLE));
    }
}

package network.opencharging.bridge.deliver;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import java.time.Instant;
import java.util.Optional;

/** Parcels for tests: from alice to bob. */
public final class Parcels {
    public static final PartyId ALICE = new PartyId("DE", "ALC");
    public static final PartyId BOB = new PartyId("NL", "BOB");
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Parcels() {}

    /** The newest state of a location. */
    public static Parcel location(String id, String body) {
        String path = "DE/ALC/" + id;
        return new Parcel(
                ALICE,
                BOB,
                "corr-" + id,
                new Parcel.Label(ModuleId.LOCATIONS, path),
                new Parcel.Letter(HttpMethod.PUT, path, body),
                Optional.empty());
    }
}

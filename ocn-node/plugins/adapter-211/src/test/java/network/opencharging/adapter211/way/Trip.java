package network.opencharging.adapter211.way;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteKey;

import java.util.stream.Stream;

/**
 * A request of one party to another, and its answer.
 *
 * @param request what is sent; the sender's
 * @param answer what comes back; the other's
 */
record Trip(PartyId from, PartyId to, RouteKey key, Thing request, Thing answer) {

    /** What a CPO pushes, looks up at the provider, and asks of it. */
    static Stream<Trip> byCpo(PartyId cpo, PartyId provider) {
        String own = cpo + "/";
        Pair pair = new Pair(cpo, provider);
        return Stream.of(
                pair.pushes("PUT locations " + own + "L1", Thing.LOCATION),
                pair.pushes("PUT locations " + own + "L1/E1", Thing.EVSE),
                pair.pushes("PUT locations " + own + "L1/E1/1", Thing.CONNECTOR),
                pair.pushes("PATCH locations " + own + "L1/E1/1", Thing.CONNECTOR),
                pair.pushes("PUT sessions " + own + "S1", Thing.SESSION),
                pair.pushes("PATCH sessions " + own + "S1", Thing.COST),
                pair.pushes("POST cdrs", Thing.CDR),
                pair.pushes("PUT tariffs " + own + "T1", Thing.TARIFF),
                pair.pushes("DELETE tariffs " + own + "T1", Thing.NOTHING),
                pair.looksUp("locations " + own + "L1", Thing.LOCATION),
                pair.looksUp("sessions " + own + "S1", Thing.SESSION),
                pair.looksUp("tariffs " + own + "T1", Thing.TARIFF),
                pair.reads("tokens", Thing.TOKEN.listed()),
                pair.asks(
                        InterfaceRole.SENDER,
                        "POST tokens T1/authorize",
                        Thing.PLACE,
                        Thing.ALLOWED));
    }

    /** What a provider pushes, reads at the CPO, and orders. */
    static Stream<Trip> byProvider(PartyId provider, PartyId cpo) {
        String own = provider + "/";
        Pair pair = new Pair(provider, cpo);
        return Stream.of(
                pair.pushes("PUT tokens " + own + "T1", Thing.TOKEN),
                pair.pushes("PATCH tokens " + own + "T1", Thing.CONTRACT),
                pair.looksUp("tokens " + own + "T1", Thing.TOKEN),
                pair.reads("locations", Thing.LOCATION.listed()),
                pair.reads("locations L1", Thing.LOCATION),
                pair.reads("locations L1/E1", Thing.EVSE),
                pair.reads("locations L1/E1/1", Thing.CONNECTOR),
                pair.reads("sessions", Thing.SESSION.listed()),
                pair.reads("cdrs", Thing.CDR.listed()),
                pair.reads("tariffs", Thing.TARIFF.listed()),
                pair.orders("START_SESSION", "'location_id':'L1'", "'evse_uid':'E1'"),
                pair.orders("STOP_SESSION", "'session_id':'S1'"),
                pair.orders("RESERVE_NOW", "'reservation_id':7", "'location_id':'L1'"),
                pair.orders("UNLOCK_CONNECTOR", "'location_id':'L1'", "'connector_id':'1'"));
    }

    private record Pair(PartyId from, PartyId to) {
        Trip pushes(String words, Thing thing) {
            return asks(InterfaceRole.RECEIVER, words, thing, Thing.NOTHING);
        }

        /** Its own object, as the other has it. */
        Trip looksUp(String words, Thing thing) {
            return asks(InterfaceRole.RECEIVER, "GET " + words, Thing.NOTHING, thing);
        }

        Trip reads(String words, Thing thing) {
            return asks(InterfaceRole.SENDER, "GET " + words, Thing.NOTHING, thing);
        }

        Trip orders(String command, String... members) {
            return asks(
                    InterfaceRole.RECEIVER,
                    "POST commands " + command,
                    Thing.order(members),
                    Thing.ACCEPTED);
        }

        Trip asks(InterfaceRole side, String words, Thing request, Thing answer) {
            String[] parts = words.split(" ", 3);
            RouteKey key =
                    new RouteKey(
                            new ModuleId(parts[1]),
                            side,
                            HttpMethod.valueOf(parts[0]),
                            parts.length < 3 ? "" : parts[2]);
            return new Trip(from, to, key, request, answer);
        }
    }

    @Override
    public String toString() {
        return "%s %s %s/%s of %s to %s"
                .formatted(key.method(), key.role(), key.module(), key.path(), from, to);
    }
}

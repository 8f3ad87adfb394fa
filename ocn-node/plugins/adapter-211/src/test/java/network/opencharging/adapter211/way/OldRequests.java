package network.opencharging.adapter211.way;

import network.opencharging.adapter211.words.LocationWords;
import network.opencharging.adapter211.words.Random211;
import network.opencharging.adapter211.words.Saying;
import network.opencharging.adapter211.words.SessionWords;
import network.opencharging.adapter211.words.TariffWords;
import network.opencharging.adapter211.words.TokenWords;
import network.opencharging.fuzz.WireRequest;
import network.opencharging.protocol.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Good requests between the old version and the new one, both ways, with bodies that have
 * everything.
 */
final class OldRequests {
    private final Random211 random = new Random211(211);
    private final Partner olga;
    private final Partner otto;
    private final Partner nina;
    private final Partner nils;

    OldRequests(Partner olga, Partner otto, Partner nina, Partner nils) {
        this.olga = olga;
        this.otto = otto;
        this.nina = nina;
        this.nils = nils;
    }

    /** By a CPO and a provider of 2.1.1. */
    List<WireRequest> fromTheOld() {
        List<WireRequest> all = new ArrayList<>();
        Json auth = Json.text("NLNILC1234");
        all.add(old(olga, "PUT", "locations/DE/OLG/L1", random.location()));
        all.add(old(olga, "PATCH", "locations/DE/OLG/L1", random.location()));
        all.add(old(olga, "PUT", "locations/DE/OLG/L1/E1", random.evse()));
        all.add(old(olga, "PUT", "locations/DE/OLG/L1/E1/1", random.connector()));
        all.add(old(olga, "PUT", "sessions/DE/OLG/S1", random.session().with("auth_id", auth)));
        all.add(old(olga, "PATCH", "sessions/DE/OLG/S1", random.session()));
        all.add(old(olga, "POST", "cdrs", random.cdr().with("auth_id", auth)));
        all.add(old(olga, "PUT", "tariffs/DE/OLG/T1", random.tariff()));
        all.add(old(olga, "DELETE", "at/NL/NIL/receiver/tariffs/DE/OLG/T1", Json.Obj.EMPTY));
        all.add(old(olga, "GET", "tokens?offset=0&limit=5", Json.Obj.EMPTY));
        all.add(old(olga, "GET", "at/NL/NIL/sender/tokens?date_from=2026-01-01", Json.Obj.EMPTY));
        all.add(
                old(
                        olga,
                        "POST",
                        "at/NL/NIL/sender/tokens/T1/authorize",
                        Json.Obj.EMPTY.with("location_id", "L1")));
        for (String module :
                List.of("locations?limit=2", "sessions?date_from=2026-01-01", "cdrs", "tariffs")) {
            all.add(old(otto, "GET", module, Json.Obj.EMPTY));
        }
        all.add(old(otto, "GET", "at/NL/NIN/sender/locations/L1/E1/1", Json.Obj.EMPTY));
        all.add(old(otto, "PUT", "tokens/DE/OTT/T1?type=RFID", random.token()));
        all.add(old(otto, "PATCH", "tokens/DE/OTT/T1", random.token()));
        for (String command :
                List.of("START_SESSION", "STOP_SESSION", "RESERVE_NOW", "UNLOCK_CONNECTOR")) {
            all.add(old(otto, "POST", "at/NL/NIN/receiver/commands/" + command, command(otto)));
        }
        all.add(old(otto, "GET", "", Json.Obj.EMPTY));
        return all;
    }

    /** The same words of 2.2.1 to platforms of 2.1.1. */
    List<WireRequest> toTheOld() {
        List<WireRequest> all = new ArrayList<>();
        all.add(
                fresh(
                        nina,
                        otto,
                        "PUT",
                        "receiver/2.2.1/locations/NL/NIN/L1",
                        up(new LocationWords("Etc/UTC").up(random.location(), nina.id(), true))));
        all.add(fresh(nina, otto, "PATCH", "receiver/2.2.1/locations/NL/NIN/L1/E1", random.evse()));
        all.add(
                fresh(
                        nina,
                        otto,
                        "PUT",
                        "receiver/2.2.1/sessions/NL/NIN/S1",
                        up(
                                new SessionWords(Optional.empty())
                                        .up(random.session(), nina.id(), true))));
        all.add(fresh(nina, otto, "POST", "receiver/2.2.1/cdrs", random.cdr()));
        all.add(
                fresh(
                        nina,
                        otto,
                        "PUT",
                        "receiver/2.2.1/tariffs/NL/NIN/T1",
                        up(new TariffWords().up(random.tariff(), nina.id(), true))));
        all.add(fresh(nina, otto, "DELETE", "receiver/2.2.1/tariffs/NL/NIN/T1", Json.Obj.EMPTY));
        all.add(fresh(nina, otto, "GET", "sender/2.2.1/tokens?limit=3", Json.Obj.EMPTY));
        all.add(
                fresh(
                        nina,
                        otto,
                        "POST",
                        "sender/2.2.1/tokens/T1/authorize?type=RFID",
                        Json.Obj.EMPTY.with("location_id", "L1")));
        all.addAll(fromTheProvider());
        return all;
    }

    private List<WireRequest> fromTheProvider() {
        List<WireRequest> all = new ArrayList<>();
        for (String module : List.of("locations", "sessions", "cdrs", "tariffs")) {
            all.add(
                    fresh(
                            nils,
                            olga,
                            "GET",
                            "sender/2.2.1/" + module + "?date_from=2026-01-01",
                            Json.Obj.EMPTY));
        }
        all.add(fresh(nils, olga, "GET", "sender/2.2.1/locations/L1/E1", Json.Obj.EMPTY));
        all.add(
                fresh(
                        nils,
                        olga,
                        "PUT",
                        "receiver/2.2.1/tokens/NL/NIL/T1",
                        up(new TokenWords().up(random.token(), nils.id(), true))));
        for (String command :
                List.of("START_SESSION", "STOP_SESSION", "RESERVE_NOW", "UNLOCK_CONNECTOR")) {
            all.add(fresh(nils, olga, "POST", "receiver/2.2.1/commands/" + command, command(nils)));
        }
        return all;
    }

    /**
     * What else the old version has: how one joins.
     *
     * @param token that stands for the one of the moment
     */
    static List<WireRequest> credentials(Partner joining, String token) {
        List<WireRequest> all = new ArrayList<>();
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            all.add(
                    request(method, "/ocpi/2.1.1/credentials", joining.credentials())
                            .with("Authorization", token));
        }
        return all;
    }

    /** What partners answer with, as data. */
    List<Json> answers() {
        return List.of(
                Json.array(List.of(random.location(), random.location())),
                random.evse(),
                Json.array(
                        List.of(random.session(), random.cdr(), random.tariff(), random.token())),
                up(new LocationWords("Etc/UTC").up(random.location(), nina.id(), true)),
                Json.Obj.EMPTY.with("result", "ACCEPTED").with("timeout", Json.number(30)),
                Json.Obj.EMPTY.with("allowed", "ALLOWED").with("token", random.token()));
    }

    private Json.Obj command(Partner asking) {
        return Json.Obj.EMPTY
                .with("response_url", asking.url() + "/results/1")
                .with("token", random.token())
                .with("location_id", "L1")
                .with("evse_uid", "E1")
                .with("connector_id", "1")
                .with("session_id", "S1")
                .with("reservation_id", Json.number(7))
                .with("expiry_date", "2026-11-28T12:00:00Z");
    }

    private static Json.Obj up(Saying saying) {
        return ((Saying.Of) saying).object();
    }

    private static WireRequest old(Partner asking, String method, String path, Json.Obj body) {
        return request(method, "/ocpi/2.1.1" + (path.isEmpty() ? "" : "/" + path), body)
                .with("Authorization", "Token " + asking.shown());
    }

    private static WireRequest fresh(
            Partner asking, Partner to, String method, String path, Json.Obj body) {
        return request(method, "/ocpi/" + path, body)
                .with("Authorization", "Token " + asking.shown())
                .with("OCPI-from-country-code", asking.id().countryCode())
                .with("OCPI-from-party-id", asking.id().partyId())
                .with("OCPI-to-country-code", to.id().countryCode())
                .with("OCPI-to-party-id", to.id().partyId());
    }

    private static WireRequest request(String method, String target, Json.Obj body) {
        String text = body.equals(Json.Obj.EMPTY) ? "" : body.text();
        return WireRequest.of(method, target, text)
                .with("X-Request-ID", "r-1")
                .with("X-Correlation-ID", "c-1")
                .with("Content-Type", "application/json");
    }
}

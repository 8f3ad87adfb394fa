package network.opencharging.benchmarks.parts;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.SignedValues;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages and parties of the usual size. */
final class Samples {
    private static final int LOCATIONS = 50;
    private static final int LETTERS = 36;
    private static final String TIME = "2026-11-28T12:00:00Z";

    private Samples() {}

    static PrivateKey key(int number) {
        return PrivateKey.parse("%064x".formatted(number + 1)).orElseThrow();
    }

    /** Another one for each number below 26 * 26 * 36 * 36 * 36. */
    static PartyId party(int number) {
        String letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        StringBuilder id = new StringBuilder();
        int rest = number;
        for (int i = 0; i < 3; i++) {
            id.append(letters.charAt(rest % LETTERS));
            rest /= LETTERS;
        }
        char first = (char) ('A' + rest / 26);
        char second = (char) ('A' + rest % 26);
        return new PartyId("" + first + second, id.toString());
    }

    /** About 1 KB. */
    static Json.Obj session() {
        List<Json> periods = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            periods.add(
                    Json.Obj.EMPTY
                            .with("start_date_time", TIME)
                            .with(
                                    "dimensions",
                                    Json.array(
                                            List.of(
                                                    Json.Obj.EMPTY
                                                            .with("type", "ENERGY")
                                                            .with("volume", Json.number(12))))));
        }
        return Json.Obj.EMPTY
                .with("country_code", "DE")
                .with("party_id", "ALC")
                .with("id", "3d2c6f4e-6f0b-4f6e-9d2b-5f8f3a1c7b11")
                .with("start_date_time", TIME)
                .with("kwh", Json.number(42))
                .with(
                        "cdr_token",
                        Json.Obj.EMPTY
                                .with("country_code", "FR")
                                .with("party_id", "CAR")
                                .with("uid", "04AABBCCDDEE80")
                                .with("type", "RFID")
                                .with("contract_id", "FR-CAR-C00000001-X"))
                .with("auth_method", "WHITELIST")
                .with("location_id", "LOC-0001")
                .with("evse_uid", "EVSE-0001-A")
                .with("connector_id", "1")
                .with("currency", "EUR")
                .with("charging_periods", Json.array(periods))
                .with("status", "ACTIVE")
                .with("last_updated", TIME);
    }

    /** About 60 KB, with what is looked for at its end. */
    static Body locations() {
        List<Json> all = new ArrayList<>();
        for (int i = 0; i < LOCATIONS; i++) {
            all.add(session().with("id", "LOC-" + i));
        }
        return Body.of(
                Json.Obj.EMPTY
                        .with("data", Json.array(all))
                        .with("status_code", Json.number(1000))
                        .with("timestamp", TIME)
                        .bytes());
    }

    static SignedValues values(Json body) {
        return SignedValues.ofRequest(
                "5b1c1f6e-0d0c-4d57-a2a2-1d2f3e4a5b6c",
                RoutingHeaders.of(new PartyId("DE", "ALC"), new PartyId("FR", "CAR")),
                Map.of(),
                Optional.of(body));
    }
}

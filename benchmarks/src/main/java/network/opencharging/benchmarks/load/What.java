package network.opencharging.benchmarks.load;

import network.opencharging.protocol.json.Json;

import java.util.Map;

/** What is asked. */
public enum What {
    /** A page of 50 locations. */
    LOCATIONS("GET locations, 60 KB", "GET") {
        @Override
        String path() {
            return "/sender/2.2.1/locations";
        }

        @Override
        Map<String, String> query() {
            return Map.of("limit", "50");
        }
    },
    /** A session of 1 KB. */
    SESSION("PUT session, 1 KB", "PUT") {
        @Override
        String path() {
            return "/receiver/2.2.1/sessions/DE/ALC/S1";
        }

        @Override
        Json body(String callback) {
            return session();
        }
    },
    /** A command, and its result that comes back later. */
    START("START_SESSION with callback", "POST") {
        @Override
        String path() {
            return "/receiver/2.2.1/commands/START_SESSION";
        }

        @Override
        Json body(String callback) {
            return Json.Obj.EMPTY
                    .with("response_url", callback)
                    .with("token", token())
                    .with("location_id", "LOC1")
                    .with("evse_uid", "E1-1");
        }
    };

    private static final String TIME = "2026-01-01T00:00:00Z";

    private final String title;
    private final String method;

    What(String title, String method) {
        this.title = title;
        this.method = method;
    }

    /** For people. */
    public String title() {
        return title;
    }

    String method() {
        return method;
    }

    abstract String path();

    Map<String, String> query() {
        return Map.of();
    }

    Json body(String callback) {
        return Json.Null.NULL;
    }

    private static Json.Obj token() {
        return Json.Obj.EMPTY
                .with("country_code", "NL")
                .with("party_id", "BOB")
                .with("uid", "DE8ACC12E46L89")
                .with("type", "RFID")
                .with("contract_id", "NL-BOB-C00001-X")
                .with("issuer", "Bob")
                .with("valid", new Json.Bool(true))
                .with("whitelist", "ALWAYS")
                .with("last_updated", TIME);
    }

    private static Json session() {
        java.util.List<Json> periods = new java.util.ArrayList<>();
        for (int i = 0; i < 4; i++) {
            periods.add(
                    Json.Obj.EMPTY
                            .with("start_date_time", "2026-01-01T0%d:00:00Z".formatted(i))
                            .with(
                                    "dimensions",
                                    Json.array(
                                            java.util.List.of(
                                                    Json.Obj.EMPTY
                                                            .with("type", "ENERGY")
                                                            .with("volume", Json.number(i + 3)))))
                            .with("tariff_id", "T1"));
        }
        return Json.Obj.EMPTY
                .with("country_code", "DE")
                .with("party_id", "ALC")
                .with("id", "S1")
                .with("start_date_time", TIME)
                .with("kwh", Json.number(12))
                .with(
                        "cdr_token",
                        Json.Obj.EMPTY
                                .with("country_code", "NL")
                                .with("party_id", "BOB")
                                .with("uid", "DE8ACC12E46L89")
                                .with("type", "RFID")
                                .with("contract_id", "NL-BOB-C00001-X"))
                .with("auth_method", "COMMAND")
                .with("location_id", "LOC1")
                .with("evse_uid", "E1-1")
                .with("connector_id", "1")
                .with("currency", "EUR")
                .with("charging_periods", Json.array(periods))
                .with("status", "ACTIVE")
                .with("last_updated", TIME);
    }
}

package network.opencharging.benchmarks.stub;

import network.opencharging.protocol.json.Json;

import java.util.ArrayList;
import java.util.List;

/** The bodies of answers. */
final class Bodies {
    private static final String TIME = "2026-01-01T00:00:00Z";
    private static final List<String> MODULES =
            List.of("locations", "sessions", "tokens", "tariffs", "cdrs", "commands");

    private Bodies() {}

    static String versions(String base) {
        return envelope(
                Json.array(
                        List.of(
                                Json.Obj.EMPTY
                                        .with("version", "2.2.1")
                                        .with("url", base + "/ocpi/2.2.1"))));
    }

    static String details(String base) {
        List<Json> endpoints = new ArrayList<>();
        endpoints.add(endpoint(base, "credentials", "RECEIVER"));
        for (String module : MODULES) {
            endpoints.add(endpoint(base, module, "SENDER"));
            endpoints.add(endpoint(base, module, "RECEIVER"));
        }
        return envelope(
                Json.Obj.EMPTY.with("version", "2.2.1").with("endpoints", Json.array(endpoints)));
    }

    private static Json endpoint(String base, String module, String role) {
        return Json.Obj.EMPTY
                .with("identifier", module)
                .with("role", role)
                .with("url", base + "/" + role.toLowerCase(java.util.Locale.ROOT) + "/" + module);
    }

    static String done() {
        return Json.Obj.EMPTY.with("status_code", Json.number(1000)).with("timestamp", TIME).text();
    }

    static String accepted() {
        return envelope(Json.Obj.EMPTY.with("result", "ACCEPTED").with("timeout", Json.number(30)));
    }

    static Json.Obj result() {
        return Json.Obj.EMPTY.with("result", "ACCEPTED");
    }

    /** A page of 50 locations, about 60 KB. */
    static String locations() {
        List<Json> page = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            page.add(location(i));
        }
        return envelope(Json.array(page));
    }

    private static Json location(int number) {
        return Json.Obj.EMPTY
                .with("country_code", "DE")
                .with("party_id", "ALC")
                .with("id", "LOC" + number)
                .with("publish", new Json.Bool(true))
                .with("name", "Parkhaus an der Königstraße " + number)
                .with("address", "Königstraße " + number)
                .with("city", "Stuttgart")
                .with("postal_code", "70173")
                .with("country", "DEU")
                .with("coordinates", coordinates(number))
                .with("evses", Json.array(List.of(evse(number, 1), evse(number, 2))))
                .with("time_zone", "Europe/Berlin")
                .with("last_updated", TIME);
    }

    private static Json coordinates(int number) {
        return Json.Obj.EMPTY
                .with("latitude", "48.77%04d".formatted(number))
                .with("longitude", "9.18%04d".formatted(number));
    }

    private static Json evse(int location, int number) {
        Json connector =
                Json.Obj.EMPTY
                        .with("id", "1")
                        .with("standard", "IEC_62196_T2")
                        .with("format", "SOCKET")
                        .with("power_type", "AC_3_PHASE")
                        .with("max_voltage", Json.number(230))
                        .with("max_amperage", Json.number(32))
                        .with("tariff_ids", Json.array(List.of(Json.text("T1"))))
                        .with("last_updated", TIME);
        return Json.Obj.EMPTY
                .with("uid", "E" + location + "-" + number)
                .with("evse_id", "DE*ALC*E%05d*%d".formatted(location, number))
                .with("status", "AVAILABLE")
                .with(
                        "capabilities",
                        Json.array(
                                List.of(
                                        Json.text("RFID_READER"),
                                        Json.text("REMOTE_START_STOP_CAPABLE"))))
                .with("connectors", Json.array(List.of(connector)))
                .with("coordinates", coordinates(location))
                .with("physical_reference", "Ebene " + number)
                .with("last_updated", TIME);
    }

    private static String envelope(Json data) {
        return Json.Obj.EMPTY
                .with("data", data)
                .with("status_code", Json.number(1000))
                .with("timestamp", TIME)
                .text();
    }
}

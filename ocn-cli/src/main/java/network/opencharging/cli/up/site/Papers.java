package network.opencharging.cli.up.site;

import network.opencharging.tools.local.BackendAdmin;

import java.io.IOException;

/** What the operator writes down: tariffs, devices and the location. */
final class Papers {
    private final BackendAdmin operator;

    Papers(BackendAdmin operator) {
        this.operator = operator;
    }

    /** Fast charging by the kWh; the plug with a fee for each charge besides. */
    void tariffs() throws IOException {
        tariff("FAST", component("ENERGY", "0.49"));
        tariff("PLUG", component("FLAT", "0.25") + "," + component("ENERGY", "0.29"));
    }

    private void tariff(String id, String components) throws IOException {
        operator.put(
                "tariffs/" + id,
                """
                {"country_code":"DE","party_id":"ALC","id":"%s","currency":"EUR",
                 "elements":[{"price_components":[%s]}],"last_updated":"2026-01-01T00:00:00Z"}
                """
                        .formatted(id, components));
    }

    private static String component(String type, String price) {
        return "{\"type\":\"%s\",\"price\":%s,\"vat\":19.0,\"step_size\":1}".formatted(type, price);
    }

    void station(String name, String password) throws IOException {
        operator.put("stations/" + name, "{\"password\":\"%s\"}".formatted(password));
    }

    /** The password that the plug is given. */
    String plug(String name) throws IOException {
        return operator.put("plugs/" + name, "{\"family\":\"SHELLY_2\"}")
                .path("password")
                .asString();
    }

    void location(String id, String station, String plug) throws IOException {
        operator.put(
                "locations/" + id,
                """
                {"name":"Alice's garage","zone":"Europe/Berlin",
                 "address":{"street":"Ring 1","city":"Berlin","postalCode":"10115",
                            "country":"DEU","latitude":"52.52000","longitude":"13.40500"},
                 "evses":[
                   {"uid":"E1","evseId":"DE*ALC*E1","device":"%s","port":1,
                    "connectors":[{"id":"1","standard":"IEC_62196_T2_COMBO","format":"CABLE",
                                   "powerType":"DC","maxVoltage":920,"maxAmperage":400,
                                   "tariffs":["FAST"]}]},
                   {"uid":"E2","evseId":"DE*ALC*E2","device":"%s","port":1,
                    "connectors":[{"id":"1","standard":"DOMESTIC_F","format":"SOCKET",
                                   "powerType":"AC_1_PHASE","maxVoltage":230,"maxAmperage":16,
                                   "tariffs":["PLUG"]}]}]}
                """
                        .formatted(station, plug));
    }

    /** The station tells its meter every second while somebody charges. */
    void metersEverySecond(String station) throws IOException {
        operator.post(
                "stations/" + station + "/commands/ChangeConfiguration?wait=20",
                "{\"key\":\"MeterValueSampleInterval\",\"value\":\"1\"}");
    }

    /** Whether all EVSEs of a location may be charged at. */
    boolean isAvailable(String location) throws IOException {
        return operator.get("locations/" + location)
                .path("evses")
                .valueStream()
                .allMatch(evse -> evse.path("status").asString("").equals("AVAILABLE"));
    }
}

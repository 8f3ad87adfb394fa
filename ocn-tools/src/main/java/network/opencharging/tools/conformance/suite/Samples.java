package network.opencharging.tools.conformance.suite;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Objects of ours to be told to receivers; every id begins with OCN-TOOLS. */
final class Samples {
    private static final String TOKEN =
            """
            {"country_code":"CC","party_id":"PID","uid":"OCN-TOOLS-1","type":"RFID",
             "contract_id":"CC-PID-COCNTOOLS1","issuer":"OCN Tools","valid":true,
             "whitelist":"ALLOWED","last_updated":"NOW"}
            """;
    private static final String LOCATION =
            """
            {"country_code":"CC","party_id":"PID","id":"OCN-TOOLS-1","publish":true,
             "name":"Conformance","address":"Messedamm 22","city":"Berlin","postal_code":"14055",
             "country":"DEU","coordinates":{"latitude":"52.50571","longitude":"13.28004"},
             "evses":[{"uid":"OCN-TOOLS-E1","status":"AVAILABLE","connectors":[
              {"id":"1","standard":"IEC_62196_T2","format":"SOCKET","power_type":"AC_3_PHASE",
               "max_voltage":230,"max_amperage":32,"last_updated":"NOW"}],"last_updated":"NOW"}],
             "time_zone":"Europe/Berlin","last_updated":"NOW"}
            """;
    private static final String SESSION =
            """
            {"country_code":"CC","party_id":"PID","id":"OCN-TOOLS-1","start_date_time":"NOW",
             "kwh":4,"cdr_token":{"country_code":"NL","party_id":"BOB","uid":"04B0B0B0C0FFEE",
             "type":"RFID","contract_id":"NL-BOB-C00041001"},"auth_method":"AUTH_REQUEST",
             "location_id":"OCN-TOOLS-1","evse_uid":"OCN-TOOLS-E1","connector_id":"1",
             "currency":"EUR","status":"ACTIVE","last_updated":"NOW"}
            """;
    private static final String TARIFF =
            """
            {"country_code":"CC","party_id":"PID","id":"OCN-TOOLS-1","currency":"EUR",
             "elements":[{"price_components":[{"type":"ENERGY","price":0.49,"step_size":1}]}],
             "last_updated":"NOW"}
            """;
    private static final String CDR =
            """
            {"country_code":"CC","party_id":"PID","id":"OCN-TOOLS-ID","start_date_time":"NOW",
             "end_date_time":"NOW","cdr_token":{"country_code":"NL","party_id":"BOB",
             "uid":"04B0B0B0C0FFEE","type":"RFID","contract_id":"NL-BOB-C00041001"},
             "auth_method":"AUTH_REQUEST","cdr_location":{"id":"OCN-TOOLS-1",
             "address":"Messedamm 22","city":"Berlin","country":"DEU",
             "coordinates":{"latitude":"52.50571","longitude":"13.28004"},
             "evse_uid":"OCN-TOOLS-E1","evse_id":"CC*PID*E1","connector_id":"1",
             "connector_standard":"IEC_62196_T2","connector_format":"SOCKET",
             "connector_power_type":"AC_3_PHASE"},"currency":"EUR","charging_periods":[
             {"start_date_time":"NOW","dimensions":[{"type":"ENERGY","volume":0}]}],
             "total_cost":{"excl_vat":0,"incl_vat":0},"total_energy":0,"total_time":0,
             "last_updated":"NOW"}
            """;

    private Samples() {}

    /** An object of ours. */
    static Json.Obj of(ModuleId module, PartyId owner, Clock clock) {
        return filled(
                switch (module.value()) {
                    case "tokens" -> TOKEN;
                    case "locations" -> LOCATION;
                    case "sessions" -> SESSION;
                    case "tariffs" -> TARIFF;
                    default -> throw new IllegalArgumentException(module.value());
                },
                owner,
                clock);
    }

    /** A CDR with an id that was never used: CDRs are sent once. */
    static Json.Obj cdr(PartyId owner, Clock clock) {
        String id = Long.toString(clock.millis(), 36);
        return filled(CDR.replace("OCN-TOOLS-ID", "OCN-TOOLS-" + id), owner, clock);
    }

    private static Json.Obj filled(String text, PartyId owner, Clock clock) {
        // A day's start stands still while a case puts, changes and reads.
        String now = Instant.now(clock).truncatedTo(ChronoUnit.DAYS).toString();
        String whole =
                text.replace("NOW", now)
                        .replace("CC", owner.countryCode())
                        .replace("PID", owner.partyId());
        return JsonReader.standard().read(whole).orThrow() instanceof Json.Obj object
                ? object
                : Json.Obj.EMPTY;
    }

    /** Another value that may stand in the place of this one. */
    static Json other(ModuleId module, Json value) {
        return switch (value) {
            case Json.Num _ -> Json.number(5);
            case Json.Bool(boolean held) -> Json.bool(!held);
            default ->
                    Json.text(module.equals(ModuleId.TARIFFS) ? "CHF" : "Conformance, once more");
        };
    }
}

package network.opencharging.bridge.trial;

import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

/** Objects as a backoffice writes them. */
public final class Written {
    private Written() {}

    /** A Location of DE-ALC, as JSON. */
    public static String location(String id) {
        return """
        {"country_code":"DE","party_id":"ALC","id":"%s","publish":true,"address":"Market 1",\
        "city":"Stuttgart","country":"DEU","time_zone":"Europe/Berlin",\
        "coordinates":{"latitude":"48.775846","longitude":"9.182932"},\
        "last_updated":"2026-11-21T10:00:00Z"}\
        """
                .formatted(id);
    }

    /** A Session of DE-ALC, as JSON. */
    public static String session(String id) {
        return """
        {"country_code":"DE","party_id":"ALC","id":"%s","start_date_time":"2026-11-21T09:00:00Z",\
        "kwh":12.345,"cdr_token":{"country_code":"NL","party_id":"BOB","uid":"012345678","type":"RFID",\
        "contract_id":"NL-BOB-C12345678-X"},"auth_method":"WHITELIST","location_id":"LOC1","evse_uid":"3256",\
        "connector_id":"1","currency":"EUR","charging_periods":[{"start_date_time":"2026-11-21T09:00:00Z",\
        "dimensions":[{"type":"ENERGY","volume":12.345},{"type":"MAX_CURRENT","volume":16}]}],\
        "total_cost":{"excl_vat":4.25,"incl_vat":5.06},"status":"ACTIVE","last_updated":"2026-11-21T10:00:00Z"}\
        """
                .formatted(id);
    }

    /** A CDR of DE-ALC, as JSON. */
    public static String cdr(String id) {
        return """
        {"country_code":"DE","party_id":"ALC","id":"%s","start_date_time":"2026-11-21T09:00:00Z",\
        "end_date_time":"2026-11-21T10:00:00Z","cdr_token":{"country_code":"NL","party_id":"BOB",\
        "uid":"012345678","type":"RFID","contract_id":"NL-BOB-C12345678-X"},"auth_method":"WHITELIST",\
        "cdr_location":{"id":"LOC1","address":"Market 1","city":"Stuttgart","country":"DEU",\
        "coordinates":{"latitude":"48.775846","longitude":"9.182932"},"evse_uid":"3256","evse_id":"DE*ALC*E1",\
        "connector_id":"1","connector_standard":"IEC_62196_T2","connector_format":"SOCKET",\
        "connector_power_type":"AC_3_PHASE"},"currency":"EUR","charging_periods":[{"start_date_time":\
        "2026-11-21T09:00:00Z","dimensions":[{"type":"ENERGY","volume":12.345}]}],\
        "total_cost":{"excl_vat":4.25,"incl_vat":5.06},"total_energy":12.345,"total_time":1.0,\
        "last_updated":"2026-11-21T10:00:00Z"}\
        """
                .formatted(id);
    }

    /** The same, typed. */
    public static Session typedSession(String id) {
        return Session.SHAPE.read(read(session(id))).orThrow();
    }

    static CDR typedCdr(String id) {
        return CDR.SHAPE.read(read(cdr(id))).orThrow();
    }

    private static Json read(String text) {
        return JsonReader.standard().read(text).orThrow();
    }
}

package network.opencharging.acceptance.dsl;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.MockEmsp;

import tools.jackson.databind.node.ObjectNode;

/** Objects that more than one test sends. */
public final class Fixtures {
    private Fixtures() {}

    /**
     * A CDR of 25 kWh for a token of this eMSP; its amounts have decimals that must not get lost.
     */
    public static ObjectNode cdr(MockEmsp emsp, String id) {
        var owner = emsp.platform().settings().identity().party();
        return JsonText.object(
                """
                {"country_code":"DE","party_id":"ALC","id":"%s",
                 "start_date_time":"2026-06-01T10:00:00Z","end_date_time":"2026-06-01T11:00:00Z",
                 "cdr_token":{"country_code":"%s","party_id":"%s","uid":"U1","type":"RFID","contract_id":"C1"},
                 "auth_method":"WHITELIST",
                 "cdr_location":{"id":"LOC1","address":"Am Hafen 1","city":"Hamburg","country":"DEU",
                   "coordinates":{"latitude":"53.54410","longitude":"9.96650"},"evse_uid":"LOC1-E1",
                   "evse_id":"DE*ALC*E000101","connector_id":"1","connector_standard":"IEC_62196_T2",
                   "connector_format":"SOCKET","connector_power_type":"AC_3_PHASE"},
                 "currency":"EUR",
                 "charging_periods":[{"start_date_time":"2026-06-01T10:00:00Z",
                   "dimensions":[{"type":"ENERGY","volume":25.000}]}],
                 "total_cost":{"excl_vat":10.00,"incl_vat":11.90},"total_energy":25.0,"total_time":1.0,
                 "last_updated":"2026-06-01T11:00:05Z"}
                """
                        .formatted(id, owner.countryCode(), owner.partyId()));
    }

    /** A charging profile of 11 kW. */
    public static ObjectNode profile(String responseUrl) {
        return JsonText.object(
                """
                {"charging_profile":{"charging_rate_unit":"W","min_charging_rate":1400.0,
                  "charging_profile_period":[{"start_period":0,"limit":11000.0}]},
                 "response_url":"%s"}
                """
                        .formatted(responseUrl));
    }
}

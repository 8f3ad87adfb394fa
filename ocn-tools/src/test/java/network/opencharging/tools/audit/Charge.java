package network.opencharging.tools.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A charge of an hour (10 kWh) and half an hour parked, and its CDR: 0.50 to begin, 0.35 a kWh,
 * 1.20 an hour, 2.00 an hour parked, 20 % VAT on all; 6.20 EUR, with VAT 7.44.
 */
final class Charge {
    private static final String TARIFF =
            """
            {"country_code":"DE","party_id":"ALC","id":"T1","currency":"EUR","elements":[{"price_components":[
             {"type":"FLAT","price":0.50,"vat":20,"step_size":1},{"type":"ENERGY","price":0.35,"vat":20,"step_size":1},
             {"type":"TIME","price":1.20,"vat":20,"step_size":1},{"type":"PARKING_TIME","price":2.00,"vat":20,"step_size":1}]}],
             "last_updated":"2026-10-01T00:00:00Z"}\
            """;

    private final KeyPair meter;

    private Charge(KeyPair meter) {
        this.meter = meter;
    }

    /** A charge at a meter with a key of its own. */
    static Charge atNewMeter() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            return new Charge(keys.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String tariff() {
        return TARIFF;
    }

    /** The meter's public key. */
    String key() {
        return Base64.getEncoder().encodeToString(meter.getPublic().getEncoded());
    }

    /** The CDR, right in everything. */
    String cdr() {
        return """
        {"country_code":"DE","party_id":"ALC","id":"CDR1","start_date_time":"2026-11-02T10:00:00Z",
         "end_date_time":"2026-11-02T11:30:00Z","session_id":"S1","currency":"EUR","tariffs":[%s],
         "cdr_token":{"country_code":"NL","party_id":"BOB","uid":"04E1F2A3","type":"RFID","contract_id":"NLBOBC00000001"},
         "auth_method":"WHITELIST","cdr_location":{"id":"LOC1","address":"Kaistr. 1","city":"Kiel","postal_code":"24103",
         "country":"DEU","coordinates":{"latitude":"54.32330","longitude":"10.12280"},"evse_uid":"LOC1-1",
         "evse_id":"DE*ALC*E1","connector_id":"1","connector_standard":"IEC_62196_T2","connector_format":"SOCKET",
         "connector_power_type":"AC_3_PHASE"},
         "charging_periods":[{"start_date_time":"2026-11-02T10:00:00Z","dimensions":[{"type":"ENERGY","volume":10.000},{"type":"TIME","volume":1.0000}]},
         {"start_date_time":"2026-11-02T11:00:00Z","dimensions":[{"type":"PARKING_TIME","volume":0.5000}]}],
         "signed_data":{"encoding_method":"OCMF","public_key":"%s","signed_values":[%s,%s]},
         "total_cost":{"excl_vat":6.2000,"incl_vat":7.4400},"total_fixed_cost":{"excl_vat":0.5000,"incl_vat":0.6000},
         "total_energy":10.000,"total_energy_cost":{"excl_vat":3.5000,"incl_vat":4.2000},"total_time":1.5000,
         "total_time_cost":{"excl_vat":1.2000,"incl_vat":1.4400},"total_parking_time":0.5000,
         "total_parking_cost":{"excl_vat":1.0000,"incl_vat":1.2000},"last_updated":"2026-11-02T11:31:00Z"}\
        """
                .formatted(
                        TARIFF,
                        key(),
                        value("Start", page(1, "10:00", "1500.000", "B")),
                        value("End", page(2, "11:30", "1510.000", "E")));
    }

    /** The session that the CDR is of. */
    String session() {
        return """
        {"country_code":"DE","party_id":"ALC","id":"S1","start_date_time":"2026-11-02T10:00:00Z",
         "end_date_time":"2026-11-02T11:30:00Z","kwh":10.0,
         "charging_periods":[{"start_date_time":"2026-11-02T10:00:00Z","dimensions":[{"type":"ENERGY","volume":10.000},{"type":"TIME","volume":1.0000}]},
         {"start_date_time":"2026-11-02T11:00:00Z","dimensions":[{"type":"PARKING_TIME","volume":0.5000}]}]}\
        """;
    }

    /** The same, but the meter signed another register at the end. */
    String cdrMeasuring(String register) {
        String cdr = cdr();
        int from = cdr.indexOf("{\"nature\":\"End\"");
        return cdr.substring(0, from)
                + value("End", page(2, "11:30", register, "E"))
                + cdr.substring(cdr.indexOf("]},", from));
    }

    private static String value(String nature, String document) {
        String payload = document.substring("OCMF|".length(), document.lastIndexOf('|'));
        return "{\"nature\":\"%s\",\"plain_data\":\"%s\",\"signed_data\":\"%s\"}"
                .formatted(
                        nature,
                        payload.replace("\"", "\\\""),
                        Base64.getEncoder()
                                .encodeToString(document.getBytes(StandardCharsets.UTF_8)));
    }

    private String page(int page, String time, String kwh, String transaction) {
        String payload =
                "{\"FV\":\"1.2\",\"PG\":\"T%d\",\"MS\":\"M1\",\"RD\":[{\"TM\":\"2026-11-02T%s:00,000+0000 S\",\"TX\":\"%s\",\"RV\":%s,\"RI\":\"1-0:1.8.0\",\"RU\":\"kWh\",\"EF\":\"\",\"ST\":\"G\"}]}"
                        .formatted(page, time, transaction, kwh);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(meter.getPrivate());
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            return "OCMF|%s|{\"SA\":\"ECDSA-secp256r1-SHA256\",\"SD\":\"%s\"}"
                    .formatted(payload, HexFormat.of().formatHex(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

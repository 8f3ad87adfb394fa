package network.opencharging.tools.mock.charging;

import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes the CDR (OCPI 2.2.1 §10.3.1) of a completed session.
 *
 * @param tariff what it costs
 * @param plug where it was
 */
record CdrWriter(JsonNode tariff, Plug plug) {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    ObjectNode write(ObjectNode session, String now) {
        ObjectNode cdr = JsonText.object();
        cdr.set("country_code", session.path("country_code"));
        cdr.set("party_id", session.path("party_id"));
        cdr.put("id", "CDR-" + session.path("id").asString());
        cdr.set("start_date_time", session.path("start_date_time"));
        cdr.set("end_date_time", session.path("end_date_time"));
        cdr.set("session_id", session.path("id"));
        for (String field :
                new String[] {"cdr_token", "auth_method", "authorization_reference", "currency"}) {
            if (session.has(field)) {
                cdr.set(field, session.path(field));
            }
        }
        cdr.set("cdr_location", plug.cdrLocation());
        cdr.putArray("tariffs").add(tariff);
        cdr.set("charging_periods", periods(session));
        Bill bill = Bill.of(tariff, session.path("kwh").decimalValue());
        cdr.set("total_cost", bill.total());
        cdr.set("total_fixed_cost", bill.fixedPrice());
        cdr.set("total_energy", session.path("kwh"));
        cdr.set("total_energy_cost", bill.energyPrice());
        cdr.put("total_time", hours(session));
        cdr.put("last_updated", now);
        return cdr;
    }

    /** A CDR needs at least one period, also when nothing was delivered. */
    private static JsonNode periods(ObjectNode session) {
        JsonNode periods = session.path("charging_periods");
        if (!periods.isEmpty()) {
            return periods;
        }
        ObjectNode period = JsonText.object();
        period.set("start_date_time", session.path("start_date_time"));
        period.putArray("dimensions")
                .addObject()
                .put("type", "ENERGY")
                .put("volume", BigDecimal.ZERO);
        return JsonText.list(java.util.List.of(period));
    }

    private static BigDecimal hours(ObjectNode session) {
        Instant start = Instant.parse(session.path("start_date_time").asString());
        Instant end = Instant.parse(session.path("end_date_time").asString());
        return BigDecimal.valueOf(Duration.between(start, end).toSeconds())
                .divide(SECONDS_PER_HOUR, 4, RoundingMode.HALF_UP);
    }
}

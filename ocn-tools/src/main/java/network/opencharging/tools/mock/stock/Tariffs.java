package network.opencharging.tools.mock.stock;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Tariffs (OCPI 2.2.1 §11.3) of a mock CPO: prices in euro without VAT, VAT in percent.
 *
 * @param owner the CPO
 * @param opened when the mock opened; every {@code last_updated} lies before
 */
public record Tariffs(PartyId owner, Instant opened) {
    /** 0.61 for the start and 0.45 for each kWh. */
    public static final String AC = "T-AC";

    /** 0.59 for each kWh, and 6.00 for each hour that the car stands there without charging. */
    public static final String DC = "T-DC";

    /** 0.33 for each kWh between 22:00 and 06:00, otherwise 0.47. */
    public static final String NIGHT = "T-NIGHT";

    private static final List<String> TEMPLATES =
            List.of(
                    """
                    {"country_code":"%s","party_id":"%s","id":"T-AC","currency":"EUR","type":"REGULAR",
                     "tariff_alt_text":[{"language":"en","text":"0.61 to start, then 0.45 a kWh"}],
                     "elements":[{"price_components":[
                       {"type":"FLAT","price":0.61,"vat":19.0,"step_size":1},
                       {"type":"ENERGY","price":0.45,"vat":19.0,"step_size":1}]}],
                     "energy_mix":{"is_green_energy":true},"last_updated":"%s"}
                    """,
                    """
                    {"country_code":"%s","party_id":"%s","id":"T-DC","currency":"EUR","type":"REGULAR",
                     "tariff_alt_text":[{"language":"en","text":"0.59 a kWh, parking 6.00 an hour"}],
                     "elements":[{"price_components":[
                       {"type":"ENERGY","price":0.59,"vat":19.0,"step_size":1},
                       {"type":"PARKING_TIME","price":6.00,"vat":19.0,"step_size":60}]}],
                     "last_updated":"%s"}
                    """,
                    """
                    {"country_code":"%s","party_id":"%s","id":"T-NIGHT","currency":"EUR","type":"REGULAR",
                     "elements":[
                       {"price_components":[{"type":"ENERGY","price":0.33,"vat":19.0,"step_size":1}],
                        "restrictions":{"start_time":"22:00","end_time":"06:00"}},
                       {"price_components":[{"type":"ENERGY","price":0.47,"vat":19.0,"step_size":1}]}],
                     "last_updated":"%s"}
                    """);

    /** The three tariffs, in the order of their {@code last_updated}. */
    public List<ObjectNode> all() {
        Instant updated = opened.minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        return TEMPLATES.stream()
                .map(template ->
                        JsonText.object(
                                template.formatted(owner.countryCode(), owner.partyId(), updated)))
                .toList();
    }
}

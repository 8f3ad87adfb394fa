package network.opencharging.cpo.start;

import network.opencharging.cpo.site.TariffSheet;
import network.opencharging.protocol.party.PartyId;

/** What stands where no tariff is in force: nothing is billed by it. */
final class FreeTariff {
    private FreeTariff() {}

    static TariffSheet of(PartyId operator) {
        return TariffSheet.read(
                """
                {"country_code":"%s","party_id":"%s","id":"NONE","currency":"EUR","elements":[
                {"price_components":[{"type":"FLAT","price":0.00,"step_size":1}]}],
                "last_updated":"2026-01-01T00:00:00Z"}
                """
                        .formatted(operator.countryCode(), operator.partyId()));
    }
}

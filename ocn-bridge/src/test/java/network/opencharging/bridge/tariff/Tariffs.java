package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Money;
import network.opencharging.protocol.party.PartyId;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Short words for tariffs in tests. */
final class Tariffs {
    static final Currency EUR = Currency.getInstance("EUR");

    private Tariffs() {}

    static Tariff tariff(TariffElement... elements) {
        return tariff(PriceLimits.NONE, elements);
    }

    static Tariff tariff(PriceLimits limits, TariffElement... elements) {
        return new Tariff(
                new TariffKey(new PartyId("AT", "WRN"), "test"),
                Optional.empty(),
                TariffNote.NONE,
                new PriceList(EUR, limits, List.of(elements)),
                Validity.ALWAYS,
                Instant.EPOCH);
    }

    static TariffElement always(PriceComponent... components) {
        return new TariffElement(List.of(components), Restrictions.NONE);
    }

    static TariffElement when(Restrictions restrictions, PriceComponent... components) {
        return new TariffElement(List.of(components), restrictions);
    }

    static PriceComponent perKwh(String price, String vat, int stepWh) {
        return component(Dimension.ENERGY, price, vat, stepWh);
    }

    static PriceComponent perHour(String price, String vat, int stepSeconds) {
        return component(Dimension.TIME, price, vat, stepSeconds);
    }

    static PriceComponent parking(String price, String vat, int stepSeconds) {
        return component(Dimension.PARKING_TIME, price, vat, stepSeconds);
    }

    static PriceComponent fee(String price, String vat) {
        return component(Dimension.FLAT, price, vat, 1);
    }

    private static PriceComponent component(
            Dimension dimension, String price, String vat, int step) {
        Optional<BigDecimal> percent =
                vat.equals("no VAT") ? Optional.empty() : Optional.of(new BigDecimal(vat));
        return new PriceComponent(dimension, new BigDecimal(price), percent, step);
    }

    static Money eur(String exclVat, String inclVat) {
        return Money.of(EUR, new BigDecimal(exclVat), new BigDecimal(inclVat));
    }

    static Money eur(String exclVat) {
        return Money.withoutVat(EUR, new BigDecimal(exclVat));
    }
}

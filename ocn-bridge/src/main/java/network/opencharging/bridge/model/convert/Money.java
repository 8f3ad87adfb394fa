package network.opencharging.bridge.model.convert;

import network.opencharging.bridge.model.v221.Price;
import network.opencharging.bridge.model.v230.PriceLimit;
import network.opencharging.bridge.model.v230.TaxAmount;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.util.List;

/**
 * Prices of 2.2.1 know one tax, the VAT, as the difference of two amounts; those of 2.3.0 list
 * taxes by name.
 */
final class Money {
    private static final String VAT = "VAT";

    private Money() {}

    static Json.Obj itemised(String path, Json.Obj json) {
        Price price = readable(path, Price.SHAPE.read(json));
        network.opencharging.bridge.model.v230.Price.Builder itemised =
                network.opencharging.bridge.model.v230.Price.builder()
                        .beforeTaxes(price.exclVat())
                        .extra(price.extra());
        price.inclVat().ifPresent(gross -> itemised.taxes(vat(gross.subtract(price.exclVat()))));
        return itemised.build().json();
    }

    private static List<TaxAmount> vat(BigDecimal amount) {
        return List.of(TaxAmount.builder().name(VAT).amount(amount).build());
    }

    static Json.Obj summed(String path, Json.Obj json) {
        network.opencharging.bridge.model.v230.Price price =
                readable(path, network.opencharging.bridge.model.v230.Price.SHAPE.read(json));
        Price.Builder summed = Price.builder().exclVat(price.beforeTaxes()).extra(price.extra());
        if (!price.taxes().isEmpty()) {
            summed.inclVat(price.beforeTaxes().add(onlyVat(path, price.taxes())));
        }
        return summed.build().json();
    }

    private static BigDecimal onlyVat(String path, List<TaxAmount> taxes) {
        TaxAmount tax = taxes.getFirst();
        boolean onlyVat =
                taxes.size() == 1
                        && tax.name().equals(VAT)
                        && tax.accountNumber().isEmpty()
                        && tax.percentage().isEmpty()
                        && tax.extra().members().isEmpty();
        if (!onlyVat) {
            throw new Lost(
                    path + ".taxes",
                    "OCPI 2.2.1 knows one amount of VAT, without percentage or account, and no"
                            + " other tax");
        }
        return tax.amount();
    }

    static Json.Obj limit(String path, Json.Obj json) {
        Price price = readable(path, Price.SHAPE.read(json));
        PriceLimit.Builder limit =
                PriceLimit.builder().beforeTaxes(price.exclVat()).extra(price.extra());
        price.inclVat().ifPresent(limit::afterTaxes);
        return limit.build().json();
    }

    static Json.Obj price(String path, Json.Obj json) {
        PriceLimit limit = readable(path, PriceLimit.SHAPE.read(json));
        Price.Builder price = Price.builder().exclVat(limit.beforeTaxes()).extra(limit.extra());
        limit.afterTaxes().ifPresent(price::inclVat);
        return price.build().json();
    }

    private static <T> T readable(
            String path, network.opencharging.bridge.model.Reading<T> reading) {
        return reading.object()
                .orElseThrow(() -> new Lost(path, reading.findings().getFirst().toString()));
    }
}

package network.opencharging.cli.up.story;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;

/**
 * What a charge comes to. Two are equal when they mean the same, whatever zeros stand at the ends.
 *
 * @param kwh the energy
 * @param exclVat the price without VAT
 * @param inclVat the price with VAT
 * @param currency ISO 4217
 */
public record Bill(BigDecimal kwh, BigDecimal exclVat, BigDecimal inclVat, String currency) {
    private static final int WATT_HOURS = 3;

    /** OCPI 2.2.1 §16.5: prices have four decimals. */
    private static final int DECIMALS = 4;

    /** Takes zeros at the ends away. */
    public Bill {
        kwh = kwh.stripTrailingZeros();
        exclVat = exclVat.stripTrailingZeros();
        inclVat = inclVat.stripTrailingZeros();
    }

    /** Of a CDR (OCPI 2.2.1 §10.3.1). */
    static Bill ofCdr(JsonNode cdr) {
        JsonNode total = cdr.path("total_cost");
        return new Bill(
                number(cdr, "total_energy"),
                number(total, "excl_vat"),
                number(total, "incl_vat"),
                cdr.path("currency").asString(""));
    }

    /** Of a CDR as the API of the CPO's operator shows it. */
    public static Bill ofBackend(JsonNode cdr) {
        return new Bill(
                number(cdr, "energy").movePointLeft(WATT_HOURS),
                number(cdr, "totalExclVat"),
                number(cdr, "totalInclVat"),
                cdr.path("currency").asString(""));
    }

    private static BigDecimal number(JsonNode object, String field) {
        return object.path(field).asDecimal(BigDecimal.ZERO);
    }

    /** The energy, for a person. */
    public String energy() {
        return kwh.toPlainString() + " kWh";
    }

    /** The price without VAT, for a person. */
    public String net() {
        return amount(exclVat);
    }

    /** The price with VAT, for a person. */
    public String gross() {
        return amount(inclVat);
    }

    private String amount(BigDecimal price) {
        BigDecimal aligned = price.setScale(Math.max(DECIMALS, price.scale()));
        return aligned.toPlainString() + " " + currency;
    }
}

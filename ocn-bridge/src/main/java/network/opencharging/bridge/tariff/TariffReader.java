package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Money;
import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entrance for tariffs: reads the Tariff object of OCPI 2.2.1 §11.3.1 as a JSON parser hands it
 * over (maps, lists, texts, decimals) and refuses with all faults at once what is malformed or
 * contradicts itself, so that billing never meets it.
 */
public final class TariffReader {
    private static final Set<String> TARIFF =
            Set.of(
                    "country_code",
                    "party_id",
                    "id",
                    "currency",
                    "type",
                    "tariff_alt_text",
                    "tariff_alt_url",
                    "min_price",
                    "max_price",
                    "elements",
                    "start_date_time",
                    "end_date_time",
                    "energy_mix",
                    "last_updated");
    private static final Set<String> PRICE = Set.of("excl_vat", "incl_vat");
    private static final Set<String> TEXT = Set.of("language", "text");

    private TariffReader() {}

    /**
     * The tariff, or everything that is wrong with it.
     *
     * @throws IllegalArgumentException when a number comes as a double: the parser must keep
     *     decimals
     */
    public static TariffVerdict read(Map<String, ? extends @Nullable Object> json) {
        List<Fault> faults = new ArrayList<>();
        Fields fields = new Fields("$", json, faults);
        fields.allowOnly(TARIFF);
        Optional<TariffKey> key = key(fields);
        Optional<TariffType> type =
                fields.parsed(
                        "type", TariffType::valueOf, "must be a TariffType of OCPI 2.2.1 §11.4.7");
        Optional<PriceList> prices = prices(fields, faults);
        Optional<Instant> from = moment(fields, "start_date_time");
        Optional<Instant> until = moment(fields, "end_date_time");
        Optional<Validity> validity = fields.made("end_date_time", () -> new Validity(from, until));
        TariffNote note = note(fields);
        Optional<Instant> updated = fields.required("last_updated", moment(fields, "last_updated"));
        if (!faults.isEmpty()) {
            return new TariffVerdict.Refused(faults);
        }
        return new TariffVerdict.Accepted(
                new Tariff(
                        key.orElseThrow(),
                        type,
                        note,
                        prices.orElseThrow(),
                        validity.orElseThrow(),
                        updated.orElseThrow()));
    }

    private static Optional<TariffKey> key(Fields json) {
        Optional<String> country = json.required("country_code", json.text("country_code"));
        Optional<String> party = json.required("party_id", json.text("party_id"));
        Optional<String> id = json.required("id", json.text("id"));
        if (country.isEmpty() || party.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return json.made("party_id", () -> new PartyId(country.get(), party.get()))
                .flatMap(owner -> json.made("id", () -> new TariffKey(owner, id.get())));
    }

    private static Optional<PriceList> prices(Fields json, List<Fault> faults) {
        Optional<Currency> currency =
                json.required(
                        "currency",
                        json.parsed(
                                "currency",
                                Currency::getInstance,
                                "must be a currency of ISO 4217, such as EUR"));
        List<Fields> inside = json.objects("elements");
        List<TariffElement> elements = new ArrayList<>();
        for (Fields element : inside) {
            ElementReader.read(element).ifPresent(elements::add);
        }
        if (currency.isEmpty() || elements.size() < inside.size()) {
            return Optional.empty();
        }
        faults.addAll(Contradictions.in(elements));
        Optional<Money> min = price(json, "min_price", currency.get());
        Optional<Money> max = price(json, "max_price", currency.get());
        return json.made("min_price", () -> new PriceLimits(min, max))
                .flatMap(limits ->
                        json.made(
                                "elements", () -> new PriceList(currency.get(), limits, elements)));
    }

    private static Optional<Money> price(Fields json, String name, Currency currency) {
        return json.object(name)
                .flatMap(price -> {
                    price.allowOnly(PRICE);
                    Optional<BigDecimal> net = price.required("excl_vat", price.number("excl_vat"));
                    Optional<BigDecimal> gross = price.number("incl_vat");
                    return net.flatMap(
                            amount -> json.made(name, () -> new Money(currency, amount, gross)));
                });
    }

    private static TariffNote note(Fields json) {
        List<TariffText> texts = new ArrayList<>();
        for (Fields text : json.objects("tariff_alt_text")) {
            text.allowOnly(TEXT);
            Optional<String> language = text.required("language", text.text("language"));
            Optional<String> words = text.required("text", text.text("text"));
            if (language.isPresent() && words.isPresent()) {
                text.made("language", () -> new TariffText(language.get(), words.get()))
                        .ifPresent(texts::add);
            }
        }
        return new TariffNote(texts, json.parsed("tariff_alt_url", URI::create, "must be a URL"));
    }

    private static Optional<Instant> moment(Fields json, String name) {
        return json.parsed(
                name, TariffReader::utc, "must be a moment in UTC as 2026-06-30T23:59:59Z");
    }

    /** OCPI allows to leave out the Z; it is UTC all the same. */
    private static Instant utc(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}

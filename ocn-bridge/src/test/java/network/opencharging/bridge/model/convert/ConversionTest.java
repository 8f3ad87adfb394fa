package network.opencharging.bridge.model.convert;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.model.RandomObjects;
import network.opencharging.bridge.model.v221.CredentialsRole;
import network.opencharging.bridge.model.v221.Model;
import network.opencharging.bridge.model.v221.Price;
import network.opencharging.bridge.model.v221.Role;
import network.opencharging.bridge.model.v230.CDR;
import network.opencharging.bridge.model.v230.Connector;
import network.opencharging.bridge.model.v230.Tariff;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Between versions nothing is lost: it arrives, or it is refused by name. */
class ConversionTest {

    static Stream<String> typesOf221() {
        return Model.SHAPES.stream().map(shape -> shape.name());
    }

    @ParameterizedTest
    @MethodSource("typesOf221")
    void whatGoesUpComesDownTheSameOrIsRefusedByName(String type) {
        for (int seed = 0; seed < 25; seed++) {
            Json.Obj before = RandomObjects.sparse(seed).next(Model.shape(type).orElseThrow());

            switch (Conversion.to230().convert(type, before)) {
                case Converted.Lossless(Json.Obj up) ->
                        assertThat(Conversion.to221().convert(type, up))
                                .isEqualTo(new Converted.Lossless(before));
                case Converted.Refused(_, String reason) ->
                        assertThat(reason).isEqualTo("Role HUB is not in OCPI 2.3.0");
            }
        }
    }

    static Stream<String> typesOf230() {
        return network.opencharging.bridge.model.v230.Model.SHAPES.stream()
                .map(shape -> shape.name());
    }

    @ParameterizedTest
    @MethodSource("typesOf230")
    void whatComesDownGoesUpTheSameOrIsRefusedWithItsPath(String type) {
        for (int seed = 0; seed < 25; seed++) {
            Json.Obj before =
                    RandomObjects.sparse(seed)
                            .next(
                                    network.opencharging.bridge.model.v230.Model.shape(type)
                                            .orElseThrow());

            switch (Conversion.to221().convert(type, before)) {
                case Converted.Lossless(Json.Obj down) ->
                        assertThat(Conversion.to230().convert(type, down))
                                .isEqualTo(new Converted.Lossless(before));
                case Converted.Refused(String path, String reason) -> {
                    assertThat(path).startsWith("$");
                    assertThat(reason).isNotBlank();
                }
            }
        }
    }

    @Test
    void theVatOfAPriceBecomesATaxOfThatName() {
        Converted up =
                Conversion.to230().convert("Price", read("{\"excl_vat\":2.50,\"incl_vat\":2.98}"));

        assertThat(up)
                .isEqualTo(
                        new Converted.Lossless(
                                read(
                                        "{\"before_taxes\":2.50,\"taxes\":[{\"name\":\"VAT\",\"amount\":0.48}]}")));
    }

    @Test
    void aPriceWithoutGrossAmountStaysWithout() {
        Price net = Price.builder().exclVat(new BigDecimal("2.50")).build();

        assertThat(Conversion.to230().convert("Price", net.json()))
                .isEqualTo(new Converted.Lossless(read("{\"before_taxes\":2.50}")));
    }

    @Test
    void aTariffOf221HasNetPrices() {
        Json.Obj tariff =
                RandomObjects.full(3).next(network.opencharging.bridge.model.v221.Tariff.SHAPE);

        Converted up = Conversion.to230().convert("Tariff", tariff);

        assertThat(up)
                .isInstanceOfSatisfying(
                        Converted.Lossless.class,
                        done -> {
                            assertThat(done.json().textOf("tax_included")).contains("NO");
                            assertThat(Tariff.SHAPE.check(done.json())).isEmpty();
                        });
    }

    @Test
    void aTariffWithGrossPricesIsRefused() {
        Json.Obj tariff = RandomObjects.full(3).next(Tariff.SHAPE).with("tax_included", "YES");

        refuses(
                Conversion.to221().convert("Tariff", tariff),
                "$.tax_included",
                "prices of a 2.2.1 Tariff are always net");
    }

    @Test
    void aSecondTaxHasNoPlaceIn221() {
        Json.Obj cdr =
                RandomObjects.sparse(5)
                        .next(CDR.SHAPE)
                        .without("tariffs")
                        .with(
                                "total_cost",
                                read(
                                        "{\"before_taxes\":1,\"taxes\":[{\"name\":\"VAT\",\"amount\":1},{\"name\":\"City\",\"amount\":1}]}"));

        refuses(
                Conversion.to221().convert("CDR", withoutOtherPrices(cdr)),
                "$.total_cost.taxes",
                "OCPI 2.2.1 knows one amount of VAT, without percentage or account, and no other"
                        + " tax");
    }

    @Test
    void aPlugThat221DoesNotKnowIsRefusedWithItsPath() {
        Json.Obj connector =
                RandomObjects.sparse(7)
                        .next(Connector.SHAPE)
                        .without("capabilities")
                        .with("standard", "MCS");

        refuses(
                Conversion.to221().convert("Connector", connector),
                "$.standard",
                "ConnectorType MCS is not in OCPI 2.2.1");
    }

    @Test
    void aFieldThat221DoesNotKnowIsRefusedWithItsPath() {
        Json.Obj location =
                RandomObjects.sparse(8)
                        .next(network.opencharging.bridge.model.v221.Location.SHAPE)
                        .with("help_phone", "+491234");

        refuses(
                Conversion.to221().convert("Location", location),
                "$.help_phone",
                "Location has no such field in OCPI 2.2.1");
    }

    @Test
    void theRoleOfAHubHasNoPlaceIn230() {
        Json.Obj role =
                RandomObjects.full(9).next(CredentialsRole.SHAPE).with("role", Role.HUB.value());

        refuses(
                Conversion.to230().convert("CredentialsRole", role),
                "$.role",
                "Role HUB is not in OCPI 2.3.0");
    }

    @Test
    void aTypeThatTheOtherVersionLacksIsRefused() {
        refuses(
                Conversion.to221().convert("InvoiceReconciliationRecord", Json.Obj.EMPTY),
                "$",
                "OCPI 2.2.1 has no InvoiceReconciliationRecord");
    }

    @Test
    void whatNeitherVersionKnowsTravelsAlong() {
        Json.Obj price = read("{\"excl_vat\":1,\"x_rebate\":{\"percent\":3.0}}");

        assertThat(Conversion.to230().convert("Price", price))
                .isEqualTo(
                        new Converted.Lossless(
                                read("{\"before_taxes\":1,\"x_rebate\":{\"percent\":3.0}}")));
    }

    private static Json.Obj withoutOtherPrices(Json.Obj cdr) {
        Json.Obj left = cdr;
        for (String price : List.of("fixed", "energy", "time", "parking", "reservation")) {
            left = left.without("total_" + price + "_cost");
        }
        return left;
    }

    private static void refuses(Converted converted, String path, String reason) {
        assertThat(converted).isEqualTo(new Converted.Refused(path, reason));
    }

    private static Json.Obj read(String text) {
        return (Json.Obj) JsonReader.standard().read(text).orThrow();
    }
}

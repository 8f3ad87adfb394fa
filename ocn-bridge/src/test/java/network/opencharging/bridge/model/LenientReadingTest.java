package network.opencharging.bridge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.bridge.model.v221.Connector;
import network.opencharging.bridge.model.v221.ConnectorType;
import network.opencharging.bridge.model.v221.GeoLocation;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Price;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What partners really send is understood, told about, and written strictly. */
class LenientReadingTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.5Z, 2026-01-31T12:00:00.500Z",
        "2026-01-31T12:00:00.123456789, 2026-01-31T12:00:00.123456789Z",
        "2026-01-31T12:00:00+00:00, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00+0200, 2026-01-31T10:00:00Z",
        "2026-01-31 12:00:00, 2026-01-31T12:00:00Z"
    })
    void timesAreReadInEveryFormThatIsSent(String sent, String meant) {
        assertThat(OcpiTime.read(sent)).contains(Instant.parse(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-02-30T12:00:00Z",
                "2026-01-31",
                "2026-01-31T25:00:00Z",
                "2026-01-31T12:00:00+99:00",
                "1769860800"
            })
    void whatIsNoTimeIsNoTime(String sent) {
        assertThat(OcpiTime.read(sent)).isEmpty();
    }

    @Test
    void timesAreWrittenInTheOneFormThatEverybodyReads() {
        assertThat(OcpiTime.write(Instant.parse("2026-01-31T12:00:00.987Z")))
                .isEqualTo("2026-01-31T12:00:00Z");
    }

    @Test
    void anOffsetIsReadAndToldAbout() {
        Json json = read("{\"excl_vat\":1}").with("at", "x");
        assertThat(Price.SHAPE.check(json))
                .singleElement()
                .returns(Rule.UNKNOWN_MEMBER, Finding::rule);

        List<Finding> findings =
                Connector.SHAPE.check(
                        connector().with("last_updated", "2026-01-31T12:00:00+00:00"));

        assertThat(findings)
                .singleElement()
                .hasToString(
                        "$.last_updated: must be UTC, of the form 2026-01-31T12:00:00Z and of at"
                                + " most 25 characters")
                .returns(Severity.WARNING, Finding::severity);
    }

    @Test
    void aNumberInQuotesAndACoordinateWithoutAreReadAndToldAbout() {
        Reading<Price> price = Price.SHAPE.read(read("{\"excl_vat\":\"2.50\"}"));
        Reading<GeoLocation> place =
                GeoLocation.SHAPE.read(read("{\"latitude\":52.51963,\"longitude\":\"13.37707\"}"));

        assertThat(price.orThrow().exclVat()).isEqualTo(new BigDecimal("2.50"));
        assertThat(price.findings())
                .singleElement()
                .hasToString("$.excl_vat: must be a number")
                .returns(true, Finding::forbidsSending);
        assertThat(place.orThrow().latitude()).isEqualTo("52.51963");
        assertThat(place.findings()).singleElement().hasToString("$.latitude: must be a string");
    }

    @Test
    void aVoltageWithZeroDecimalsIsANumberAndOneWithAHalfIsNot() {
        assertThat(Connector.SHAPE.read(connector().with("max_voltage", new Json.Num("230.0"))))
                .satisfies(reading -> assertThat(reading.orThrow().maxVoltage()).isEqualTo(230));
        assertThat(
                        Connector.SHAPE
                                .read(connector().with("max_voltage", new Json.Num("230.5")))
                                .object())
                .isEmpty();
    }

    @Test
    void moneyIsExactAndWrittenPlainly() {
        Price price = Price.SHAPE.read(read("{\"excl_vat\":1E+2,\"incl_vat\":0.10}")).orThrow();

        assertThat(price.json().text()).isEqualTo("{\"excl_vat\":100,\"incl_vat\":0.10}");
    }

    @Test
    void anExponentThatWouldFillTheMemoryIsNoNumber() {
        assertThat(Price.SHAPE.read(read("{\"excl_vat\":1E+999999999}")).object()).isEmpty();
    }

    @Test
    void nullInAListIsLeftOutAndToldAbout() {
        Reading<Connector> reading =
                Connector.SHAPE.read(
                        connector()
                                .with(
                                        "tariff_ids",
                                        Json.array(List.of(Json.Null.NULL, Json.text("T1")))));

        assertThat(reading.orThrow().tariffIds()).containsExactly(CiString.of("t1"));
        assertThat(reading.findings())
                .singleElement()
                .hasToString("$.tariff_ids[0]: must not be null; it is left out");
    }

    @Test
    void aLongerAddressIsAllowedByTheErratumUpToItsLength() {
        Json.Obj location = RandomObjects.full(2).next(Location.SHAPE);

        assertThat(Location.SHAPE.check(location.with("address", "x".repeat(255))))
                .singleElement()
                .returns(Severity.WARNING, Finding::severity);
        assertThat(Location.SHAPE.check(location.with("address", "x".repeat(256))))
                .singleElement()
                .returns(Severity.ERROR, Finding::severity);
    }

    @Test
    void everyFaultIsToldWithItsPathAndNotOnlyTheFirst() {
        Json.Obj location =
                read(
                        """
                        {"id":"L1","publish":"yes","evses":[{"uid":"E1","connectors":[{"id":"1"}]}]}
                        """);

        assertThat(Location.SHAPE.read(location).findings())
                .extracting(Finding::path)
                .contains(
                        "$.country_code",
                        "$.publish",
                        "$.evses[0].status",
                        "$.evses[0].connectors[0].standard");
    }

    @Test
    void idsCompareWithoutCaseAndKeepTheirSpelling() {
        assertThat(CiString.of("De*ALC*E1")).isEqualTo(CiString.of("DE*alc*e1"));
        assertThat(CiString.of("De*ALC*E1")).hasSameHashCodeAs(CiString.of("DE*alc*e1"));
        assertThat(CiString.of("De*ALC*E1")).hasToString("De*ALC*E1");
    }

    @Test
    void aWordOfTomorrowIsKept() {
        ConnectorType standard =
                Connector.SHAPE.read(connector().with("standard", "MCS")).orThrow().standard();

        assertThat(standard.isKnown()).isFalse();
        assertThat(standard.value()).isEqualTo("MCS");
        assertThat(ConnectorType.IEC_62196_T2.isKnown()).isTrue();
    }

    @Test
    void aBuilderNamesWhatIsMissing() {
        assertThatThrownBy(() -> Price.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Price.excl_vat is required");
    }

    private static Json.Obj connector() {
        return RandomObjects.full(1).next(Connector.SHAPE);
    }

    private static Json.Obj read(String text) {
        return (Json.Obj) JsonReader.standard().read(text).orThrow();
    }
}

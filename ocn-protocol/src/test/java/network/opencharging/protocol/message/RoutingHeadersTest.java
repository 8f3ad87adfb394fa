package network.opencharging.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

class RoutingHeadersTest {
    private static final PartyId BOB = new PartyId("NL", "BOB");
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    private static Headers headers(String fromCountry, String from, String toCountry, String to) {
        Headers headers = Headers.NONE;
        headers =
                fromCountry.isEmpty()
                        ? headers
                        : headers.with("ocpi-FROM-country-code", fromCountry);
        headers = from.isEmpty() ? headers : headers.with("OCPI-from-party-id", from);
        headers = toCountry.isEmpty() ? headers : headers.with("OCPI-to-country-code", toCountry);
        return to.isEmpty() ? headers : headers.with("OCPI-to-party-id", to);
    }

    @Test
    void namesAndValuesAreReadWithoutCase() {
        assertThat(RoutingHeaders.read(headers("nl", "Bob", "DE", " alc ")))
                .isEqualTo(new RoutingHeaders.Reading.Read(RoutingHeaders.of(BOB, ALICE)));
    }

    @Test
    void withoutReceiverItIsOpenRouting() {
        RoutingHeaders.Reading reading = RoutingHeaders.read(headers("NL", "BOB", "", ""));

        assertThat(((RoutingHeaders.Reading.Read) reading).routing().to()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', DE, ALC, Header OCPI-from-country-code is missing: say which party sends the"
                + " message.",
        "'', BOB, DE, ALC, Header OCPI-from-country-code is missing beside OCPI-from-party-id: send"
                + " both.",
        "NL, '', DE, ALC, Header OCPI-from-party-id is missing beside OCPI-from-country-code: send"
                + " both.",
        "NL, BOB, '', ALC, Header OCPI-to-country-code is missing beside OCPI-to-party-id: send"
                + " both.",
        "NL, BOB, DE, '', Header OCPI-to-party-id is missing beside OCPI-to-country-code: send"
                + " both.",
        "NLD, BOB, DE, ALC, Header OCPI-from-country-code must be two letters (ISO 3166-1).",
        "NL, BOBO, DE, ALC, Header OCPI-from-party-id must be three letters or digits (ISO 15118).",
        "NL, BOB, D3, ALC, Header OCPI-to-country-code must be two letters (ISO 3166-1).",
        "NL, BOB, DE, A/C, Header OCPI-to-party-id must be three letters or digits (ISO 15118)."
    })
    void aFaultNamesTheHeaderAndWhatToDo(
            String fromCountry, String from, String toCountry, String to, String sentence) {
        RoutingHeaders.Reading reading =
                RoutingHeaders.read(headers(fromCountry, from, toCountry, to));

        assertThat(((RoutingHeaders.Reading.Faulty) reading).fault().sentence())
                .isEqualTo(sentence);
    }

    @Test
    void theAnswerGoesBack() {
        RoutingHeaders answer = RoutingHeaders.of(BOB, ALICE).answered().orElseThrow();

        assertThat(answer.writeTo(headers("FR", "ZZZ", "FR", "ZZZ")).asMap())
                .isEqualTo(
                        Map.of(
                                "OCPI-from-country-code", "DE",
                                "OCPI-from-party-id", "ALC",
                                "OCPI-to-country-code", "NL",
                                "OCPI-to-party-id", "BOB"));
        assertThat(
                        new RoutingHeaders(BOB, java.util.Optional.empty())
                                .writeTo(headers("FR", "Z", "FR", "Z"))
                                .asMap())
                .hasSize(2);
    }

    @Test
    void missingIdsAreMadeAndTold() {
        Deque<String> fresh = new ArrayDeque<>(List.of("id-1", "id-2"));

        assertThat(MessageIds.read(Headers.NONE.with("x-request-id", "r"), fresh::poll))
                .isEqualTo(new MessageIds.Reading.Read(new MessageIds("r", "id-1"), true));
        assertThat(new MessageIds("r", "c").nextHop(fresh::poll))
                .isEqualTo(new MessageIds("id-2", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0007b", "é"})
    void anIdThatIsNotPrintableIsRefused(String id) {
        Headers headers = Headers.NONE.with("X-Request-ID", "r").with("X-Correlation-ID", id);

        assertThat(MessageIds.read(headers, () -> "x"))
                .isEqualTo(new MessageIds.Reading.Malformed("X-Correlation-ID"));
        assertThat(MessageIds.read(headers.with("X-Request-ID", "a".repeat(256)), () -> "x"))
                .isEqualTo(new MessageIds.Reading.Malformed("X-Request-ID"));
    }

    @Test
    void ofARepeatedHeaderTheFirstValueCounts() {
        Headers headers = Headers.ofMany(Map.of("Link", List.of("a", "b"), "Location", List.of()));

        assertThat(headers.get("LINK")).contains("a");
        assertThat(headers.get("location")).isEmpty();
        assertThat(headers.toString()).isEqualTo("Headers[Link]");
    }
}

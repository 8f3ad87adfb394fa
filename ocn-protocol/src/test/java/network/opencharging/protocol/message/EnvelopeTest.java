package network.opencharging.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class EnvelopeTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.019223533Z");

    @Test
    void dataStaysByteForByteAndTimeIsInMilliseconds() {
        assertThat(Envelope.success(Body.of("[ {\"kwh\": 25.0} ]"), NOON).toBody().text())
                .isEqualTo(
                        "{\"status_code\":1000,\"data\":[ {\"kwh\": 25.0}"
                                + " ],\"timestamp\":\"2026-01-31T12:00:00.019Z\"}");
    }

    @Test
    void aRefusalTellsWhy() {
        Body body = Envelope.refusal(OcpiStatus.UNKNOWN_RECEIVER, "No \"X\".", NOON).toBody();

        assertThat(body.text())
                .isEqualTo(
                        "{\"status_code\":4001,\"status_message\":\"No \\\"X\\\".\","
                                + "\"timestamp\":\"2026-01-31T12:00:00.019Z\"}");
        assertThat(EnvelopeGlance.at(body))
                .contains(
                        new EnvelopeGlance(
                                OcpiStatus.UNKNOWN_RECEIVER,
                                Optional.of("No \"X\"."),
                                Optional.of("2026-01-31T12:00:00.019Z"),
                                false,
                                Optional.empty()));
    }

    @Test
    void aGlanceSeesWhatAHubMustKnow() {
        EnvelopeGlance glance =
                EnvelopeGlance.at(
                                Body.of(
                                        "{\"data\":[],\"ocn_signature\":\"abc\",\"status_code\":1901}"))
                        .orElseThrow();

        assertThat(glance.status().isSuccess()).isTrue();
        assertThat(glance.hasData()).isTrue();
        assertThat(glance.signature()).contains("abc");
        assertThat(glance.timestamp()).isEmpty();
        assertThat(
                        EnvelopeGlance.at(Body.of("{\"status_code\":1000,\"data\":null}"))
                                .orElseThrow()
                                .hasData())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "Bad Gateway",
                "{}",
                "{\"status_code\":\"1000\"}",
                "{\"status_code\":200}",
                "{\"status_code\":1000.0}",
                "{\"status_code\":1000,\"status_code\":2000}"
            })
    void whatHasNoStatusCodeIsNoEnvelope(String text) {
        assertThat(EnvelopeGlance.at(Body.of(text))).isEmpty();
    }

    @Test
    void aBodyNeverShowsItself() {
        assertThat(Body.of("{\"token\":\"s3cret\"}").toString()).isEqualTo("Body of 18 bytes");
    }
}

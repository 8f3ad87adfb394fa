package network.opencharging.cpo.ocpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What meters sign, from the socket to the operator's eyes; the documents are those of the vectors.
 */
class EvidenceTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode VECTORS = vectors();
    private static final String DOCUMENT = VECTORS.path("ocmfTransaction").asString();
    private static final String KEY =
            VECTORS.path("gateway").path("publicKeyUncompressed").asString().substring(2);

    @TempDir private static Path folder = Path.of("");
    private static CpoUnderTest cpo;
    private static AdminClient operator;

    private static JsonNode vectors() {
        try (InputStream file =
                EvidenceTest.class.getResourceAsStream("/metering/metering-vectors.json")) {
            return JSON.readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder);
        operator = AdminClient.of(cpo);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    /** A text as JSON between apostrophes would not survive: quotation marks are escaped. */
    private static String text(String value) {
        return JSON.writeValueAsString(value);
    }

    private static void sends16(RawStation station, String value) {
        station.asksRaw(
                "MeterValues",
                "{\"connectorId\":1,\"transactionId\":5,\"meterValue\":[{\"timestamp\":"
                        + "\"2026-06-01T11:00:00Z\",\"sampledValue\":[{\"format\":\"SignedData\","
                        + "\"value\":"
                        + text(value)
                        + "}]}]}");
    }

    private static JsonNode evidence(String station) {
        return operator.gets("/admin/stations/%s/evidence".formatted(station)).body();
    }

    private static void keyIsRegistered(String serial) {
        assertThat(
                        operator.does(
                                        "PUT",
                                        "/admin/meter-keys/" + serial,
                                        "{'key':'%s'}".formatted(KEY))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aDocumentIsKeptByteForByteAndJudgedOnceItsKeyIsKnown() {
        try (RawStation station = RawStation.working(cpo, "SIGN-1", "ocpp1.6")) {
            sends16(station, DOCUMENT);
            JsonNode first = evidence("SIGN-1").get(0);
            assertThat(first.path("signed").asString()).isEqualTo(DOCUMENT);
            assertThat(first.path("transaction").asString()).isEqualTo("5");
            keyIsRegistered("GW0001");
            JsonNode judged = evidence("SIGN-1").get(0);
            assertThat(judged.path("finding").asString()).isEqualTo("VALID");
            assertThat(judged.path("billable").asBoolean()).isTrue();
            String forged = DOCUMENT.replace("1234.567", "1234.568");
            assertThat(forged).isNotEqualTo(DOCUMENT);
            sends16(station, forged);
            assertThat(evidence("SIGN-1").get(0).path("finding").asString())
                    .isEqualTo("BAD_SIGNATURE");
            sends16(station, DOCUMENT);
            assertThat(evidence("SIGN-1").get(0).path("finding").asString()).isEqualTo("DUPLICATE");
            sends16(station, "no document");
            assertThat(evidence("SIGN-1").get(0).path("finding").asString()).isEqualTo("MALFORMED");
            assertThat(operator.gets("/admin/stations/SIGN-1/evidence?transaction=5").body())
                    .hasSize(4);
        }
        assertThat(operator.gets("/admin/meter-keys").body()).isNotEmpty();
    }

    /** Base64 as 2.0.1 wants it, digits as some stations of 1.6 write. */
    @Test
    void whatIsWrappedIsReadAndKeptAsItCame() {
        byte[] bytes = VECTORS.path("ocmfFiscal").asString().getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        keyIsRegistered("GW0001");
        try (RawStation station = RawStation.working(cpo, "SIGN-2", "ocpp2.0.1")) {
            station.asks(
                    "MeterValues",
                    ("{'evseId':1,'meterValue':[{'timestamp':'2026-06-01T11:15:00Z',"
                                    + "'sampledValue':[{'value':20331904,'signedMeterValue':"
                                    + "{'signedMeterData':'%s','signingMethod':'','encodingMethod':"
                                    + "'OCMF','publicKey':''}}]}]}")
                            .formatted(base64));
            JsonNode kept = evidence("SIGN-2").get(0);
            assertThat(kept.path("signed").asString()).isEqualTo(base64);
            assertThat(kept.path("finding").asString()).isEqualTo("VALID");
        }
        try (RawStation station = RawStation.working(cpo, "SIGN-3", "ocpp1.6")) {
            String digits = HexFormat.of().formatHex(bytes);
            sends16(station, digits);
            assertThat(evidence("SIGN-3").get(0).path("signed").asString()).isEqualTo(digits);
            assertThat(evidence("SIGN-3").get(0).path("finding").asString())
                    .as("the same page as that of SIGN-2")
                    .isEqualTo("DUPLICATE");
        }
    }
}

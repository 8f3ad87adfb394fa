package network.opencharging.bridge.metering;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.unit.Watts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Signed documents are believed exactly when they are true. */
class EvidenceCheckTest {
    private static final JsonNode VECTORS = vectors();
    private static final Watts MOST = new Watts(50_000);
    private final Meter meter = Meter.ordinary();
    private final EvidenceCheck check = new EvidenceCheck(serial -> List.of(meter.key()), MOST);

    @Test
    void thePublishedVectorsAreTrue() {
        EvidenceCheck gateway = new EvidenceCheck(serial -> List.of(gatewayKey()), MOST);
        assertThat(gateway.judge(vector("ocmfFiscal"), Optional.empty()).finding())
                .isEqualTo(Finding.VALID);
        assertThat(gateway.judge(vector("ocmfTransaction"), Optional.empty()).finding())
                .isEqualTo(Finding.VALID);
    }

    @Test
    void omittedFieldsRepeatTheReadingBefore() {
        OcmfDocument document = read(vector("ocmfTransaction"));
        assertThat(document.readings()).hasSize(2);
        OcmfReading end = document.readings().getLast();
        assertThat(end.transaction()).isEqualTo("E");
        assertThat(end.register()).isEqualTo("1-0:1.8.0");
        assertThat(end.reading().register().value()).isEqualTo(1_241_888);
        assertThat(end.hasTrustedClock()).isTrue();
        assertThat(document.head().user()).contains("9F31C0AA52E7D4B81C66");
        assertThat(vector("ocmfTransaction")).contains("OCMF|" + document.payload() + "|");
    }

    @ParameterizedTest
    @CsvSource({
        "ECDSA-secp192k1-SHA256, secp192k1",
        "ECDSA-secp256k1-SHA256, secp256k1",
        "ECDSA-secp192r1-SHA256, secp192r1",
        "ECDSA-secp256r1-SHA256, secp256r1",
        "ECDSA-brainpool256r1-SHA256, brainpoolP256r1",
        "ECDSA-brainpoolP256r1-SHA256, brainpoolP256r1",
        "ECDSA-secp384r1-SHA256, secp384r1",
        "ECDSA-brainpool384r1-SHA256, brainpoolP384r1"
    })
    void everyCurveThatOcmfListsIsVerified(String algorithm, String curve) {
        Meter signer = new Meter(algorithm, curve);
        EvidenceCheck own = new EvidenceCheck(serial -> List.of(signer.key()), MOST);
        String page = signer.page(1, 0, "10.000");
        assertThat(own.judge(page, Optional.empty()).finding()).isEqualTo(Finding.VALID);
        assertThat(own.judge(page.replace("10.000", "10.001"), Optional.empty()).finding())
                .isEqualTo(Finding.BAD_SIGNATURE);
    }

    @Test
    void noChangedCharacterIsEverBelieved() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        String page = meter.page(1, 0, "10.000");
        int payloadEnd = page.lastIndexOf('|');
        for (int i = 0; i < 1_000; i++) {
            int place = random.nextInt(payloadEnd);
            char other = (char) random.nextInt(' ', 127);
            if (other != page.charAt(place)) {
                String changed = page.substring(0, place) + other + page.substring(place + 1);
                assertThat(check.judge(changed, Optional.empty()).finding().isBillable())
                        .as(changed)
                        .isFalse();
            }
        }
    }

    @Test
    void aKeyNobodyRegisteredIsUnknown() {
        EvidenceCheck nobody = new EvidenceCheck(serial -> List.of(), MOST);
        assertThat(nobody.judge(meter.page(1, 0, "10"), Optional.empty()).finding())
                .isEqualTo(Finding.UNKNOWN_KEY);
    }

    @Test
    void aKeyThatEndedBeforeTheReadingIsExpired() {
        MeterKey old =
                new MeterKey(
                        meter.key().text(),
                        Instant.EPOCH,
                        Optional.of(Instant.parse("2026-06-01T11:00:00Z")));
        EvidenceCheck ended = new EvidenceCheck(serial -> List.of(old), MOST);
        assertThat(ended.judge(meter.page(1, 0, "10"), Optional.empty()).finding())
                .isEqualTo(Finding.KEY_EXPIRED);
    }

    @Test
    void aMeterThatReportsAFaultIsNotBilled() {
        assertThat(check.judge(meter.page(1, 0, "10", "T"), Optional.empty()).finding())
                .isEqualTo(Finding.BAD_STATUS);
    }

    @Test
    void theNextPageIsValidAndAMissingOneIsAGap() {
        assertThat(after(meter.page(1, 0, "10"), meter.page(2, 15, "12"))).isEqualTo(Finding.VALID);
        assertThat(after(meter.page(1, 0, "10"), meter.page(4, 15, "12")))
                .isEqualTo(Finding.VALID_GAP);
    }

    @Test
    void theSamePageAgainIsADuplicate() {
        assertThat(after(meter.page(1, 0, "10"), meter.page(1, 0, "10")))
                .isEqualTo(Finding.DUPLICATE);
    }

    @Test
    void nothingGoesBack() {
        assertThat(after(meter.page(2, 0, "10"), meter.page(1, 15, "12")))
                .as("page")
                .isEqualTo(Finding.NOT_MONOTONE);
        assertThat(after(meter.page(1, 0, "10"), meter.page(2, 15, "9.999")))
                .as("register")
                .isEqualTo(Finding.NOT_MONOTONE);
        assertThat(after(meter.page(1, 15, "10"), meter.page(2, 0, "12")))
                .as("time")
                .isEqualTo(Finding.NOT_MONOTONE);
    }

    @Test
    void moreThanTheMeterCanMeasureIsImplausible() {
        // 50 kW for 15 min are 12.5 kWh
        assertThat(after(meter.page(1, 0, "10"), meter.page(2, 15, "22.500")))
                .isEqualTo(Finding.VALID);
        assertThat(after(meter.page(1, 0, "10"), meter.page(2, 15, "22.502")))
                .isEqualTo(Finding.IMPLAUSIBLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "''",
                "OCMF|",
                "OCMF|{}|{}",
                "OCMF|{\"PG\":\"T1\",\"RD\":[]}|{\"SD\":\"00\"}",
                "OCMF|{\"PG\":\"X1\",\"RD\":[{}]}|{\"SD\":\"00\"}",
                "OCMF|{\"PG\":\"T1\",\"RD\":[{\"TM\":\"2026-13-01T11:00:00,000+0000"
                        + " S\",\"RV\":1,\"RU\":\"kWh\"}]}|{\"SD\":\"00\"}",
                "OCMF|{\"PG\":\"T1\",\"RD\":[{\"TM\":\"2026-06-01T11:00:00,000+0000"
                        + " S\",\"RV\":-1,\"RU\":\"kWh\"}]}|{\"SD\":\"00\"}",
                "OCMF|{\"PG\":\"T1\",\"RD\":[{\"TM\":\"2026-06-01T11:00:00,000+0000"
                        + " S\",\"RV\":1e999999999,\"RU\":\"kWh\"}]}|{\"SD\":\"00\"}",
                "OCMF|{\"PG\":\"T1\",\"RD\":[{\"TM\":\"2026-06-01T11:00:00,000+0000"
                        + " S\",\"RV\":1e-2147483647,\"RU\":\"Wh\"}]}|{\"SD\":\"00\"}",
                "OCMF|{\"PG\":\"T1\",\"RD\":[{\"TM\":\"2026-06-01T11:00:00,000+0000"
                        + " S\",\"RV\":1e999999999,\"RU\":\"Wh\"}]}|{\"SD\":\"00\"}",
                "OCMF|{\"PG\":\"T1\",\"RD\":[{\"TM\":\"2026-06-01T11:00:00,000+0000"
                        + " S\",\"RV\":1,\"RU\":\"kWh\"}]}|{\"SA\":\"RSA\",\"SD\":\"00\"}"
            })
    void whatIsNotTheFormatIsMalformed(String text) {
        assertThat(check.judge(text, Optional.empty()).finding()).isEqualTo(Finding.MALFORMED);
    }

    @Test
    void theCdrCarriesTheDocumentsByteForByteWithinTheLimits() {
        OcmfDocument start = read(meter.page(1, 0, "10"));
        OcmfDocument end = read(vector("ocmfTransaction"));
        SignedData data =
                SignedData.of(
                                List.of(start, end),
                                meter.key(),
                                Optional.of("https://cpo.example/r/7f3c"),
                                SignedData.STRICT_PLAIN)
                        .orElseThrow();
        assertThat(data.values().stream().map(SignedData.SignedValue::nature))
                .containsExactly("Start", "End");
        assertThat(data.values().getLast().plainData()).isEqualTo(end.payload());
        assertThat(data.values().getLast().signedData()).hasSize(852);
        assertThat(SignedData.of(List.of(end), meter.key(), Optional.empty(), 400)).isEmpty();
    }

    private Finding after(String before, String page) {
        return check.judge(page, Optional.of(read(before))).finding();
    }

    private static OcmfDocument read(String text) {
        return ((OcmfParsing.Read) OcmfReader.read(text)).document();
    }

    private static MeterKey gatewayKey() {
        String point = VECTORS.get("gateway").get("publicKeyUncompressed").asString().substring(2);
        return new MeterKey(point, Instant.EPOCH, Optional.empty());
    }

    private static String vector(String name) {
        return VECTORS.get(name).asString();
    }

    private static JsonNode vectors() {
        try (InputStream file =
                EvidenceCheckTest.class.getResourceAsStream("/metering/metering-vectors.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package network.opencharging.cpo.ocpp.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class FrameTextTest {
    private static final FrameText TEXT = new FrameText();

    private static FrameParsing read(String text) {
        return TEXT.read(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [2,'1','Heartbeat',{}]
                    [3,'1',{'status':'Accepted'}]
                    [4,'1','GenericError','',{}]
                    """)
    void whatIsReadIsWrittenTheSame(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        FrameParsing.Read.class,
                        read ->
                                assertThat(TEXT.write(read.frame()))
                                        .isEqualTo(text.replace('\'', '"')));
    }

    /** Digits, order and unknown members stay as they came: signed values depend on it. */
    @Test
    void numbersKeepTheirDigits() {
        String text = "[2,'1','X',{'b':1.500,'a':12345678901234567890.10}]".replace('\'', '"');
        assertThat(TEXT.read(text))
                .isInstanceOfSatisfying(
                        FrameParsing.Read.class,
                        read -> assertThat(TEXT.write(read.frame())).isEqualTo(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nonsense | RPC_FRAMEWORK_ERROR |
                    {} | RPC_FRAMEWORK_ERROR |
                    [] | RPC_FRAMEWORK_ERROR |
                    ['2','1','Heartbeat',{}] | RPC_FRAMEWORK_ERROR |
                    [2,'1','Heartbeat',{}] [] | RPC_FRAMEWORK_ERROR |
                    [5,'1','Heartbeat',{}] | MESSAGE_TYPE_NOT_SUPPORTED |
                    [2,7,'Heartbeat',{}] | RPC_FRAMEWORK_ERROR |
                    [2,'','Heartbeat',{}] | RPC_FRAMEWORK_ERROR |
                    [2,'1234567890123456789012345678901234567','Heartbeat',{}] | RPC_FRAMEWORK_ERROR |
                    [2,'1','Heartbeat'] | FORMAT_VIOLATION | 1
                    [2,'1','Heartbeat',[]] | FORMAT_VIOLATION | 1
                    [2,'1','Heartbeat',null] | FORMAT_VIOLATION | 1
                    [2,'1',7,{}] | FORMAT_VIOLATION | 1
                    [2,'1','Heartbeat',{},{}] | FORMAT_VIOLATION | 1
                    [2,'1','Heartbeat',{'a':1,'a':2}] | RPC_FRAMEWORK_ERROR |
                    [3,'1'] | FORMAT_VIOLATION |
                    [3,'1',7] | FORMAT_VIOLATION |
                    [4,'1'] | FORMAT_VIOLATION |
                    """)
    void whatCannotBeReadSaysWhy(String text, ErrorCode code, String id) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        FrameParsing.Unreadable.class,
                        broken -> {
                            assertThat(broken.code()).isEqualTo(code);
                            assertThat(broken.callId().orElse(null)).isEqualTo(id);
                            assertThat(broken.why()).isNotEmpty();
                        });
    }

    @Test
    void anErrorMayBeShort() {
        assertThat(read("[4,'1','GenericError']")).isInstanceOf(FrameParsing.Read.class);
    }

    @Test
    void deepAndLongIsRefusedAndNotFollowed() {
        assertThat(TEXT.read("[2,\"1\",\"X\"," + "{\"a\":".repeat(10_000)))
                .isInstanceOf(FrameParsing.Unreadable.class);
        assertThat(TEXT.read("[2,\"1\",\"X\",{\"a\":" + "9".repeat(100_000) + "}]"))
                .isInstanceOf(FrameParsing.Unreadable.class);
    }

    /** Whatever is changed in a frame, it is read or refused, never more than that. */
    @Test
    void damagedFramesAreReadOrRefused() {
        String good =
                "[2,\"19223201\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[{\"timestamp\":"
                        + "\"2026-01-01T10:00:00Z\",\"sampledValue\":[{\"value\":\"1e9\"}]}]}]";
        String odd = "{}[]\",:\\9-eu.";
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                int place = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(place, (char) random.nextInt(1, 256));
                    case 1 -> text.deleteCharAt(place);
                    default -> text.insert(place, odd.charAt(random.nextInt(odd.length())));
                }
            }
            assertThat(TEXT.read(text.toString())).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FORMAT_VIOLATION, FormationViolation, FormatViolation, FormatViolation",
        "OCCURRENCE_CONSTRAINT, OccurenceConstraintViolation, OccurenceConstraintViolation,"
                + " OccurrenceConstraintViolation",
        "RPC_FRAMEWORK_ERROR, GenericError, RpcFrameworkError, RpcFrameworkError"
    })
    void eachVersionHasItsSpelling(ErrorCode code, String v16, String v201, String v21) {
        assertThat(code.word(OcppVersion.V16)).isEqualTo(v16);
        assertThat(code.word(OcppVersion.V201)).isEqualTo(v201);
        assertThat(code.word(OcppVersion.V21)).isEqualTo(v21);
    }
}

package network.opencharging.cpo.ocpp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.ocpp.frame.ErrorCode;
import network.opencharging.cpo.ocpp.frame.OcppVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

class SchemasTest {
    private static final Schemas V16 = Schemas.of(OcppVersion.V16);

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.builder().build().readTree(text.replace('\'', '"'));
    }

    /** The licence of the schemas forbids to change them. */
    @ParameterizedTest
    @CsvSource({
        "ocpp1_6.json, bcef6a1779d7e729d88f604b18a27084b25e3f1d94e95c5c744f1b4a23c47ae5",
        "ocpp2_0_1.json, bb3c94678892a15bea969666bda599cc342eb3c34b7b351ddcfa974da9765a60",
        "ocpp2_1.json, 05ca95379552acf5de73d70566a063f44f6a1d4427072646605c5b352a05adb5"
    })
    void theFilesAreAsTheyWerePublished(String name, String digest) throws Exception {
        try (InputStream file =
                Schemas.class.getResourceAsStream("/network/opencharging/cpo/schema/" + name)) {
            byte[] found = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            assertThat(HexFormat.of().formatHex(found)).isEqualTo(digest);
        }
    }

    @ParameterizedTest
    @CsvSource({"V16, 39", "V201, 64", "V21, 90"})
    void everyActionIsThere(OcppVersion version, int actions) {
        assertThat(Schemas.of(version).actions()).hasSize(actions);
    }

    @Test
    void whatIsRightHasNoFaults() {
        assertThat(V16.request("Authorize", json("{'idTag':'A'}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Authorize | {} | OCCURRENCE_CONSTRAINT | false
                    Authorize | {'idTag':7} | TYPE_CONSTRAINT | false
                    Authorize | {'idTag':'123456789012345678901'} | PROPERTY_CONSTRAINT | true
                    Authorize | {'idTag':'A','more':1} | FORMAT_VIOLATION | true
                    StatusNotification | {'connectorId':1,'errorCode':'NoError','status':'Odd'} | PROPERTY_CONSTRAINT | false
                    """)
    void whatIsWrongHasTheWordForIt(
            String action, String payload, ErrorCode code, boolean tolerable) {
        List<SchemaFault> faults = V16.request(action, json(payload));
        assertThat(faults).isNotEmpty();
        assertThat(faults.getFirst().code()).isEqualTo(code);
        assertThat(faults.getFirst().tolerable()).isEqualTo(tolerable);
    }

    @Test
    void aTimeWithoutZoneIsBorne() {
        List<SchemaFault> faults =
                V16.request(
                        "StartTransaction",
                        json(
                                "{'connectorId':1,'idTag':'A','meterStart':0,"
                                        + "'timestamp':'2026-01-01T10:00:00'}"));
        assertThat(faults).singleElement().matches(SchemaFault::tolerable);
    }
}

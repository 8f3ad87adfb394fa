package network.opencharging.cpo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.schema.SchemaSample;
import network.opencharging.cpo.ocpp.schema.Schemas;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Every operation of every version over real sockets, held against the official schemas in both
 * directions.
 */
class EveryActionTest {
    /** What only a station asks, by the specification's own lists of operations. */
    static final Set<String> BY_STATION =
            Set.of(
                    "Authorize",
                    "BootNotification",
                    "ClearedChargingLimit",
                    "DataTransfer",
                    "DiagnosticsStatusNotification",
                    "FirmwareStatusNotification",
                    "Get15118EVCertificate",
                    "GetCertificateStatus",
                    "Heartbeat",
                    "LogStatusNotification",
                    "MeterValues",
                    "NotifyChargingLimit",
                    "NotifyCustomerInformation",
                    "NotifyDisplayMessages",
                    "NotifyEVChargingNeeds",
                    "NotifyEVChargingSchedule",
                    "NotifyEvent",
                    "NotifyMonitoringReport",
                    "NotifyReport",
                    "PublishFirmwareStatusNotification",
                    "ReportChargingProfiles",
                    "ReservationStatusUpdate",
                    "SecurityEventNotification",
                    "SignCertificate",
                    "SignedFirmwareStatusNotification",
                    "StartTransaction",
                    "StatusNotification",
                    "StopTransaction",
                    "TransactionEvent");

    @TempDir private static Path folder;
    private static final Map<OcppVersion, RawStation> STATIONS = new EnumMap<>(OcppVersion.class);
    private static final Map<OcppVersion, RawStation> GIVEN = new EnumMap<>(OcppVersion.class);
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder);
        for (OcppVersion version : OcppVersion.values()) {
            STATIONS.put(version, connected("ALL-" + version, version));
            // Of its own: what it is sent to hold is asked for after the start of the other.
            GIVEN.put(version, connected("GIVEN-" + version, version));
        }
    }

    private static RawStation connected(String id, OcppVersion version) {
        cpo.knowsWorking(id);
        RawStation station = RawStation.connect(cpo, id, version.subprotocol());
        station.asks("Heartbeat", "{}");
        return station;
    }

    @AfterAll
    static void stop() {
        STATIONS.values().forEach(RawStation::close);
        GIVEN.values().forEach(RawStation::close);
        cpo.close();
    }

    private static RawStation station(OcppVersion version) {
        return Objects.requireNonNull(STATIONS.get(version));
    }

    /** Of 2.1 what 2.0.1 has too. */
    private static Stream<String> actions(OcppVersion version) {
        Set<String> known =
                Schemas.of(version == OcppVersion.V21 ? OcppVersion.V201 : version).actions();
        return Schemas.of(version).actions().stream().filter(known::contains);
    }

    @TestFactory
    Stream<DynamicTest> whatStationsAskIsAnswered() {
        return Stream.of(OcppVersion.values())
                .flatMap(version -> {
                    Schemas schemas = Schemas.of(version);
                    SchemaSample sample = new SchemaSample(version);
                    return schemas.actions().stream()
                            .filter(BY_STATION::contains)
                            .map(action ->
                                    DynamicTest.dynamicTest(
                                            version + " " + action,
                                            () -> asks(version, action, schemas, sample)));
                });
    }

    private static void asks(
            OcppVersion version, String action, Schemas schemas, SchemaSample sample) {
        ObjectNode request = sample.request(action);
        assertThat(schemas.request(action, request)).isEmpty();
        JsonNode answer = station(version).asks(action, request.toString());
        assertThat(schemas.answer(action, (ObjectNode) answer)).isEmpty();
    }

    /** The operator's call goes out as he wrote it, and the station's own answer comes back. */
    @TestFactory
    Stream<DynamicTest> whatTheOperatorAsksIsAnsweredByTheStation() {
        return Stream.of(OcppVersion.values())
                .flatMap(version -> {
                    SchemaSample sample = new SchemaSample(version);
                    return actions(version)
                            .filter(action ->
                                    !BY_STATION.contains(action) || action.equals("DataTransfer"))
                            .map(action ->
                                    DynamicTest.dynamicTest(
                                            version + " " + action,
                                            () -> gives(version, action, sample)));
                });
    }

    private static void gives(OcppVersion version, String action, SchemaSample sample) {
        String path = "/admin/stations/GIVEN-%s/commands/%s?wait=30".formatted(version, action);
        String payload = sample.request(action).toString();
        CompletableFuture<AdminClient.Answer> given =
                CompletableFuture.supplyAsync(
                        () -> AdminClient.of(cpo).does("POST", path, payload));
        ObjectNode answer = sample.answer(action);
        JsonNode call = Objects.requireNonNull(GIVEN.get(version)).answers(answer.toString());
        assertThat(call.get(2).asString()).isEqualTo(action);
        assertThat(call.get(3)).hasToString(payload);
        AdminClient.Answer shown = given.join();
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().path("state").asString()).isEqualTo("ANSWERED");
        assertThat(shown.body().path("answer")).isEqualTo(answer);
    }
}

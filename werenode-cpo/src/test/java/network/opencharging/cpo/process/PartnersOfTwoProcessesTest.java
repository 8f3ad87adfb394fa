package network.opencharging.cpo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.cpo.emsp.StubEmsp;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.session.SiteUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Two processes of one backend, of which the one that leads has no way to partners: news wait for
 * the one that has.
 */
class PartnersOfTwoProcessesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private static Path folder = Path.of("");
    private static EmbeddedPostgres database;
    private static StubEmsp emsp;
    private static List<String> invitation;
    private static CpoProcess plain;
    private static CpoProcess invited;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.start();
        emsp = new StubEmsp();
        invitation = emsp.invites(folder.resolve("invited"));
        plain = process(List.of()).runs();
        invited = process(invitation).runs();
        until(emsp::knowsTheBackend);
        SiteUnderTest.tariff(plain.operator(), "T", "0.50");
    }

    private static CpoProcess process(List<String> more) {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--ocn.cpo.data.url=" + database.getJdbcUrl("postgres", "postgres"),
                                "--ocn.cpo.data.username=postgres",
                                "--ocn.cpo.data.process-lease=5s",
                                "--ocn.cpo.sessions.party=DE/ALC"));
        settings.addAll(more);
        return CpoProcess.start(folder.resolve("data"), settings.toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws IOException {
        invited.close();
        plain.close();
        emsp.close();
        database.close();
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).until(condition::getAsBoolean);
    }

    private static String placed(String station) {
        plain.operator().does("PUT", "/admin/stations/" + station, "{'securityProfile':0}");
        return SiteUnderTest.at(plain.operator(), station, "T").location();
    }

    private static RawStation charging(String id) {
        RawStation station = plain.station(id);
        station.asks(
                "StatusNotification",
                "{'connectorId':1,'status':'Available','errorCode':'NoError'}");
        until(() -> emsp.status("L-" + id).equals("AVAILABLE"));
        return station;
    }

    @Test
    void whatHappensAtAProcessWithoutAnInvitationReachesPartners() {
        String location = placed("FAR-1");
        until(() -> emsp.location(location).isPresent());
        assertThat(emsp.tariff("T")).isPresent();
        try (RawStation station = charging("FAR-1")) {
            CompletableFuture<String> answer =
                    CompletableFuture.supplyAsync(() -> starts("far", location));
            JsonNode order = station.answers("{'status':'Accepted'}");
            assertThat(answer.join()).isEqualTo("ACCEPTED");
            until(() -> emsp.result("far").isPresent());
            assertThat(emsp.result("far").orElseThrow().path("result").asString())
                    .isEqualTo("ACCEPTED");
            int transaction =
                    station.asks(
                                    "StartTransaction",
                                    "{'connectorId':1,'idTag':'%s','meterStart':5,'timestamp':'2026-01-01T10:00:00Z'}"
                                            .formatted(order.get(3).path("idTag").asString()))
                            .path("transactionId")
                            .asInt();
            station.asks(
                    "StopTransaction",
                    "{'transactionId':%d,'meterStop':2005,'timestamp':'2026-01-01T11:00:00Z'}"
                            .formatted(transaction));
        }
        String session = session(location);
        until(() -> !emsp.cdrsOf(session).isEmpty());
        assertThat(emsp.cdrsOf(session)).hasSize(1);
        until(() ->
                emsp.session(session).orElseThrow().path("status").asString().equals("COMPLETED"));
    }

    private static String session(String location) {
        return plain.operator()
                .gets("/admin/sessions?limit=100")
                .body()
                .valueStream()
                .filter(one -> one.path("location").asString().equals(location))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static String starts(String request, String location) {
        return emsp.commands(
                        "START_SESSION",
                        request,
                        "'location_id':'%s','evse_uid':'E1','token':%s,"
                                .formatted(location, StubEmsp.token("D-" + request)))
                .result();
    }

    /** Its station is gone with nobody; its door opens elsewhere, under the same registration. */
    @Test
    void anotherWithTheInvitationTakesTheWayOverWhenTheFirstIsKilled() {
        try (CpoProcess second = process(invitation).runs()) {
            invited.isKilled();
            String location = placed("FAR-2");
            until(() -> emsp.location(location).isPresent());
            until(() -> !starts("lost", "NOWHERE").isEmpty());
            assertThat(starts("lost", "NOWHERE")).isEqualTo("REJECTED");
            second.isKilled();
            invited.startsAgain();
            until(() -> starts("again", "NOWHERE").equals("REJECTED"));
        }
    }
}

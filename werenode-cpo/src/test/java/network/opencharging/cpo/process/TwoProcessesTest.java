package network.opencharging.cpo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.ocpp.door.RawStation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Two processes of one backend on one PostgreSQL, and what is left when one is killed. */
class TwoProcessesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String START =
            "{'connectorId':1,'idTag':'%s','meterStart':5,'timestamp':'2026-01-01T10:00:00Z'}";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir private static Path folder = Path.of("");
    private static EmbeddedPostgres database;
    private static CpoProcess one;
    private static CpoProcess two;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.start();
        one = process();
        // They share the folder, as on one machine: the first one makes the keys.
        one.runs();
        two = process().runs();
    }

    private static CpoProcess process() {
        return CpoProcess.start(
                folder.resolve("data"),
                "--ocn.cpo.data.url=" + database.getJdbcUrl("postgres", "postgres"),
                "--ocn.cpo.data.username=postgres",
                "--ocn.cpo.data.process-lease=5s");
    }

    @AfterAll
    static void stop() throws IOException {
        one.close();
        two.close();
        database.close();
    }

    private static String station() {
        String id = "TWO-" + NUMBERS.incrementAndGet();
        String wish = "{'securityProfile':0}";
        assertThat(one.operator().does("PUT", "/admin/stations/" + id, wish).status())
                .isEqualTo(200);
        return id;
    }

    private static void isSeen(CpoProcess from, String station) {
        await().atMost(PATIENCE)
                .until(() ->
                        from.operator()
                                .gets("/admin/stations/" + station)
                                .body()
                                .path("connected")
                                .asString()
                                .equals("ocpp1.6"));
    }

    private static CompletableFuture<AdminClient.Answer> gives(
            CpoProcess by, String station, String action) {
        return CompletableFuture.supplyAsync(() ->
                by.operator()
                        .does(
                                "POST",
                                "/admin/stations/%s/commands/%s?wait=30".formatted(station, action),
                                "{}"));
    }

    @Test
    void aCommandFindsTheProcessThatHoldsTheStation() {
        String id = station();
        try (RawStation station = two.station(id)) {
            isSeen(one, id);
            CompletableFuture<AdminClient.Answer> given = gives(one, id, "ClearCache");
            assertThat(station.answers("{'status':'Rejected'}").get(2).asString())
                    .isEqualTo("ClearCache");
            assertThat(given.join().body().path("state").asString()).isEqualTo("ANSWERED");
            assertThat(given.join().body().path("answer").path("status").asString())
                    .isEqualTo("Rejected");
            CompletableFuture<AdminClient.Answer> second = gives(one, id, "GetLocalListVersion");
            JsonNode call = station.hears();
            station.says("[4,'%s','NotSupported','no list',{}]".formatted(call.get(1).asString()));
            assertThat(second.join().body().path("state").asString()).isEqualTo("FAILED");
            assertThat(
                            one.operator()
                                    .does(
                                            "POST",
                                            "/admin/stations/%s/commands/Reset".formatted(id),
                                            "{'type':'Odd'}")
                                    .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatTheOperatorDecidesAtOneCountsAtTheOther() {
        String id = station();
        try (RawStation station = two.station(id)) {
            station.asks("Heartbeat", "{}");
            one.operator().does("PUT", "/admin/stations/" + id, "{'admission':'REFUSED'}");
            assertThat(station.isClosed()).isEqualTo(1008);
        }
    }

    @Test
    void aStationThatComesElsewhereIsNotInTwoPlaces() {
        String id = station();
        try (RawStation old = one.station(id)) {
            isSeen(two, id);
            try (RawStation fresh = two.station(id)) {
                assertThat(old.isClosed()).isEqualTo(1008);
                CompletableFuture<AdminClient.Answer> given = gives(one, id, "ClearCache");
                fresh.answers("{'status':'Accepted'}");
                assertThat(given.join().body().path("state").asString()).isEqualTo("ANSWERED");
            }
        }
    }

    @Test
    void anOrderFindsItsSessionWhereverTheStationStarts() {
        String id = station();
        try (RawStation station = two.station(id)) {
            isSeen(one, id);
            CompletableFuture<AdminClient.Answer> ordered =
                    CompletableFuture.supplyAsync(() ->
                            one.operator()
                                    .does(
                                            "POST",
                                            "/admin/ports/%s/1/start".formatted(id),
                                            "{'session':'SESSION-2','token':'ORDERED'}"));
            station.answers("{'status':'Accepted'}");
            assertThat(ordered.join().body().path("outcome").asString()).isEqualTo("DONE");
            station.asks("StartTransaction", START.formatted("ORDERED"));
            assertThat(
                            one.operator()
                                    .gets("/admin/transactions?stationId=" + id)
                                    .body()
                                    .get(0)
                                    .path("session")
                                    .asString())
                    .isEqualTo("SESSION-2");
        }
    }

    /** The answer is lost with the process; what was written is not, and the station goes on. */
    @Test
    void aKilledProcessTakesNothingWithItButTheAnswerItWaitedFor() {
        String id = station();
        one.operator().does("PUT", "/admin/id-tokens/" + id, "{'status':'ACCEPTED'}");
        int number;
        CompletableFuture<AdminClient.Answer> given;
        try (RawStation station = two.station(id)) {
            isSeen(one, id);
            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Charging','errorCode':'NoError'}");
            number =
                    station.asks("StartTransaction", START.formatted(id))
                            .path("transactionId")
                            .asInt();
            given = gives(one, id, "ClearCache");
            station.hears();
            two.isKilled();
        }
        assertThat(given.join().body().path("state").asString()).isEqualTo("UNANSWERED");
        assertThat(given.join().body().path("answer").path("why").asString()).contains("process");
        isMissed(id);
        try (RawStation station = one.station(id)) {
            station.asks(
                    "StopTransaction",
                    "{'transactionId':%d,'meterStop':9,'timestamp':'2026-01-01T11:00:00Z'}"
                            .formatted(number));
            CompletableFuture<AdminClient.Answer> again = gives(one, id, "ClearCache");
            station.answers("{'status':'Accepted'}");
            assertThat(again.join().body().path("state").asString()).isEqualTo("ANSWERED");
        }
        JsonNode kept = one.operator().gets("/admin/transactions?stationId=" + id).body();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).path("registerStop").asInt()).isEqualTo(9);
        two.startsAgain();
        assertThat(two.operator().gets("/admin/stations/%s/connectors".formatted(id)).body())
                .hasSize(1);
    }

    private static void isMissed(String station) {
        await().atMost(PATIENCE)
                .until(() ->
                        one.operator()
                                .gets("/admin/stations/" + station)
                                .body()
                                .path("connected")
                                .asString()
                                .isEmpty());
    }

    /** Whoever asked is dead: the answer is kept all the same. */
    @Test
    void theAnswerToAKilledProcessIsNotLost() {
        String id = station();
        try (RawStation station = two.station(id)) {
            isSeen(one, id);
            CompletableFuture<AdminClient.Answer> lost =
                    gives(one, id, "ClearCache").exceptionally(_ -> nobody());
            JsonNode call = station.hears();
            one.isKilled();
            assertThat(lost.join()).isEqualTo(nobody());
            station.says("[3,'%s',{'status':'Accepted'}]".formatted(call.get(1).asString()));
            String path = "/admin/commands/" + call.get(1).asString();
            await().atMost(PATIENCE)
                    .until(() ->
                            !two.operator()
                                    .gets(path)
                                    .body()
                                    .path("state")
                                    .asString()
                                    .equals("SENT"));
            assertThat(two.operator().gets(path).body().path("answer").path("status").asString())
                    .isEqualTo("Accepted");
        } finally {
            one.startsAgain();
        }
    }

    private static AdminClient.Answer nobody() {
        return new AdminClient.Answer(
                0, tools.jackson.databind.node.JsonNodeFactory.instance.missingNode());
    }
}

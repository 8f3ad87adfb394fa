package network.opencharging.cpo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.people.PersonUnderTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two processes never both order a plug, and when one dies or stands still the other goes on. */
class PlugsOfTwoProcessesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PLUG = "/admin/plugs/wall";
    private static final String PORT = "/admin/ports/wall/1";

    @TempDir private Path folder = Path.of("");
    private EmbeddedPostgres database;
    private CpoProcess first;
    private CpoProcess second;
    private CountingPlug plug;

    @BeforeEach
    void start() throws IOException {
        database = EmbeddedPostgres.start();
        plug = new CountingPlug();
        first = process().runs();
        second = process().runs();
    }

    private CpoProcess process() {
        return CpoProcess.start(
                folder.resolve("data"),
                "--ocn.cpo.data.url=" + database.getJdbcUrl("postgres", "postgres"),
                "--ocn.cpo.data.username=postgres",
                "--ocn.cpo.data.process-lease=5s",
                "--ocn.cpo.plugs.lease=10s",
                "--ocn.cpo.plugs.http-every=200ms",
                "--ocn.cpo.plugs.http-networks=127.0.0.0/8");
    }

    @AfterEach
    void stop() throws IOException {
        first.close();
        second.close();
        plug.close();
        database.close();
    }

    /** Written down at the process that does not speak to it. */
    private void isWrittenDown() {
        AdminClient.Answer put =
                second.operator()
                        .does(
                                "PUT",
                                PLUG,
                                "{'family':'SHELLY_1','address':'%s'}".formatted(plug.address()));
        assertThat(put.status()).as(put.body().toString()).isEqualTo(200);
        isOnline(second);
    }

    private void isOnline(CpoProcess seenBy) {
        await().atMost(PATIENCE)
                .until(() -> seenBy.operator().gets(PORT).body().path("online").asBoolean(false));
    }

    private static String starts(CpoProcess by) {
        return by.operator()
                .does("POST", PORT + "/start", "{'session':'S1','token':'CARD'}")
                .body()
                .path("outcome")
                .asString();
    }

    private static String stops(CpoProcess by) {
        return by.operator()
                .does("POST", PORT + "/stop", "{'session':'S1'}")
                .body()
                .path("outcome")
                .asString();
    }

    private static String session(CpoProcess seenBy) {
        return seenBy.operator().gets(PLUG).body().path("session").asString("");
    }

    /** A process that did not order it on would switch it off. */
    @Test
    void oneOfThemSpeaksToAPlugAndBothTakeOrders() {
        isWrittenDown();
        assertThat(starts(second)).isEqualTo("DONE");
        assertThat(session(first)).isEqualTo("S1");
        // Its lease was renewed twice, and nobody else spoke meanwhile.
        await().atMost(PATIENCE).until(() -> plug.orders().size() >= 3);
        assertThat(plug.orders()).containsOnly(true);
        assertThat(stops(second)).isEqualTo("DONE");
        assertThat(plug.isOn()).isFalse();
        assertThat(session(first)).isEmpty();
        assertThat(second.operator().does("DELETE", PLUG, "").status()).isEqualTo(204);
        assertThat(first.operator().gets(PLUG).status()).isEqualTo(404);
    }

    @Test
    void whenItIsKilledTheOtherGoesOnWithTheSession() {
        isWrittenDown();
        assertThat(starts(first)).isEqualTo("DONE");
        first.isKilled();
        await().atMost(PATIENCE).until(() -> session(second).equals("S1"));
        isOnline(second);
        assertThat(plug.orders()).containsOnly(true);
        assertThat(stops(second)).isEqualTo("DONE");
        assertThat(plug.isOn()).isFalse();
    }

    /** The one that stood still wakes up, and its renewals are overdue. */
    @Test
    void whoStoodStillHasLostItsTurn() {
        isWrittenDown();
        assertThat(starts(first)).isEqualTo("DONE");
        first.standsStill();
        await().atMost(PATIENCE).until(() -> session(second).equals("S1"));
        isOnline(second);
        assertThat(stops(second)).isEqualTo("DONE");
        List<Boolean> before = plug.orders();
        first.goesOn();
        await().atMost(PATIENCE).until(() -> first.printed().contains("another process speaks"));
        assertThat(session(first)).isEmpty();
        assertThat(plug.orders()).isEqualTo(before).endsWith(false);
    }

    /** Whichever process is asked, the other one is asked on behalf of the same person. */
    @Test
    void whoeverMayNotAskTheOneMayNotAskTheOther() {
        isWrittenDown();
        String tenants =
                PersonUnderTest.token(first.operator(), "tenants-viewer", "VIEWER", "alpha");
        String viewers = PersonUnderTest.token(first.operator(), "viewer", "VIEWER", "");
        for (CpoProcess process : List.of(first, second)) {
            assertThat(process.operator("").gets("/admin/plugs").status()).isEqualTo(401);
            assertThat(process.operator(tenants).gets("/admin/plugs").body()).isEmpty();
            assertThat(process.operator(tenants).gets(PLUG).status()).isEqualTo(404);
            assertThat(process.operator(viewers).gets("/admin/plugs").body()).hasSize(1);
            assertThat(process.operator(viewers).does("DELETE", PLUG, "").status()).isEqualTo(403);
        }
        assertThat(first.operator().gets(PLUG).status()).isEqualTo(200);
    }
}

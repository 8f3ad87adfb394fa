package network.opencharging.node.replica;

import static network.opencharging.node.replica.Fleet.ALICE;
import static network.opencharging.node.replica.Fleet.CAROL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node moves to another public URL: its platforms are given credentials with that, by itself. */
class RelocationTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir private Path folder = Path.of("");
    private final Client client = new Client();

    @Test
    void whoWasToldAnotherUrlIsGivenThePresentOneUntilItTakesIt() throws IOException {
        List<Integer> ports = Fleet.freePorts(2);
        try (Backoffice alice = new Backoffice(ALICE, "CPO");
                Backoffice carol = new Backoffice(CAROL, "EMSP")) {
            String before = urlAt(ports.get(0));
            try (NodeProcess node = started(ports.get(0))) {
                client.register(before, before, alice);
                client.register(before, before, carol);
                assertThat(others(node)).isEqualTo("[]");
            }
            carol.refusesCredentials();

            try (NodeProcess node = started(ports.get(1))) {
                String url = node.url();
                await().atMost(LONG)
                        .untilAsserted(() ->
                                assertThat(alice.told()).containsExactly(url + "/ocpi/versions"));
                await().atMost(LONG)
                        .untilAsserted(() ->
                                assertThat(others(node))
                                        .as(node::log)
                                        .contains("\"told\":\"" + before + "\"", "\"problem\":")
                                        .containsOnlyOnce("\"platform\""));
                assertThat(carol.told()).as("it pauses before the next trial").hasSize(1);
            }

            carol.takesCredentials();
            try (NodeProcess node = started(ports.get(1))) {
                await().atMost(LONG)
                        .untilAsserted(
                                () -> assertThat(others(node)).as(node::log).isEqualTo("[]"));
                assertThat(carol.told()).hasSize(2);
                assertThat(alice.told()).as("once is enough").hasSize(1);
            }
        }
    }

    @Test
    void ofTwoProcessesOneTellsAndWhoStillHasTheFormerUrlLeavesItToThem() throws IOException {
        List<Integer> ports = Fleet.freePorts(3);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Backoffice alice = new Backoffice(ALICE, "CPO");
                Backoffice carol = new Backoffice(CAROL, "EMSP");
                NodeProcess former = begun("former", ports.get(0), urlAt(ports.get(0)), postgres)) {
            former.awaitReady();
            client.register(former.url(), former.url(), alice);
            client.register(former.url(), former.url(), carol);

            String url = urlAt(ports.get(1));
            try (NodeProcess one = begun("one", ports.get(1), url, postgres);
                    NodeProcess two = begun("two", ports.get(2), url, postgres)) {
                one.awaitReady();
                two.awaitReady();
                for (NodeProcess each : List.of(one, two)) {
                    await().atMost(LONG)
                            .untilAsserted(
                                    () -> assertThat(others(each)).as(each::log).isEqualTo("[]"));
                }
                assertThat(alice.told()).containsExactly(url + "/ocpi/versions");
                assertThat(carol.told()).containsExactly(url + "/ocpi/versions");
                assertThat(former.log()).doesNotContain("does not take the present URL");
            }
        }
    }

    private static String urlAt(int port) {
        return "http://127.0.0.1:" + port;
    }

    private NodeProcess begun(String name, int port, String url, EmbeddedPostgres postgres)
            throws IOException {
        List<String> settings = new ArrayList<>(Fleet.alone(folder, url));
        settings.addAll(Fleet.shared(folder, postgres));
        settings.add("--ocn.handshake.tell-every=100ms");
        return NodeProcess.start(folder.resolve(name), port, settings);
    }

    private NodeProcess started(int port) throws IOException {
        String url = urlAt(port);
        List<String> settings = new ArrayList<>(Fleet.alone(folder, url));
        settings.add("--ocn.handshake.tell-every=100ms");
        return NodeProcess.start(folder, port, settings).awaitReady();
    }

    private String others(NodeProcess node) {
        return client.admin(node.url(), "GET", "/address", "")
                .body()
                .member("others")
                .orElseThrow()
                .text();
    }
}

package network.opencharging.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.tools.Mutations;
import network.opencharging.tools.Ran;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Somebody follows what passes a node. */
class TailCommandTest {
    private final LogStub node;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TailCommandTest() throws IOException {
        node = new LogStub();
    }

    @AfterEach
    void close() {
        node.close();
        threads.shutdownNow();
    }

    @Test
    void whatWasLoggedComesFirstAndThenWhatPasses() throws Exception {
        node.logged(Lines.good("m1", "2026-11-28T10:00:01.000Z"));
        node.logged(Lines.good("m2", "2026-11-28T10:00:02.000Z"));

        CompletableFuture<Ran> tail = tail("--earlier", "1", "--count", "2");
        awaitWatcher();
        node.passes(Lines.refused("m3", "2026-11-28T10:00:03.000Z"));

        Ran ran = ended(tail);
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.out())
                .contains("10:00:02.000", "PUT   sessions", "200 1000", "41 ms, signed")
                .contains("10:00:03.000", "tariffs", "200 4003 ReceiverNotConnected")
                .doesNotContain("10:00:01");
    }

    @Test
    void whatPassedWhileTheConnectionWasBrokenIsToldOnceAndInOrder() throws Exception {
        CompletableFuture<Ran> tail = tail("--earlier", "0", "--count", "3", "--format", "json");
        awaitWatcher();
        node.passes(Lines.good("m1", "2026-11-28T10:00:01.000Z"));

        // when the connection breaks, and two messages pass before it is made anew
        node.hangUp();
        node.logged(Lines.good("m2", "2026-11-28T10:00:01.500Z"));
        node.logged(Lines.good("m3", "2026-11-28T10:00:02.000Z"));

        Ran ran = ended(tail);
        assertThat(ids(ran)).containsExactly("m1", "m2", "m3");
        assertThat(ran.err()).contains("is lost", "asked again in 1 s");
    }

    @Test
    void onlyWhatIsWantedIsTold() throws Exception {
        CompletableFuture<Ran> tail =
                tail("--refused", "--party", "nl/bob", "--count", "1", "--format", "json");
        awaitWatcher();
        node.passes(Lines.good("m1", "2026-11-28T10:00:01.000Z"));
        node.passes(Lines.refused("m2", "2026-11-28T10:00:02.000Z").replace("NL/BOB", "NL/EVE"));
        node.passes(Lines.refused("m3", "2026-11-28T10:00:03.000Z"));

        assertThat(ids(ended(tail))).containsExactly("m3");
    }

    @Test
    void whatTheNodeCouldNotTellIsSaid() throws Exception {
        CompletableFuture<Ran> tail = tail("--count", "1");
        awaitWatcher();
        node.tell("event: missed\ndata: 7\n\n");
        node.passes(Lines.good("m1", "2026-11-28T10:00:01.000Z"));

        assertThat(ended(tail).err()).contains("passed 7 more than could be told");
    }

    @Test
    void whoMistypesHearsItAtOnce() {
        assertThat(tailing(Map.of("OCN_NODE_URL", "no address")).err())
                .contains("OCN_NODE_URL must be an address such as https://node.example");
        assertThat(tailing(Map.of("OCN_ADMIN_KEY", "wrong"), "--node", node.url().toString()).err())
                .contains("cannot be followed: it does not accept this admin key");
        assertThat(tailing(key(), "--node", "http://127.0.0.1:1").err()).contains("nobody listens");
        assertThat(tailing(key(), "--node", "nowhere").err()).contains("--node must be");
        assertThat(tailing(Map.of(), "--node", node.url().toString()).err())
                .contains("admin key is missing");
        assertThat(tailing(key(), "--status", "12").err()).contains("--status must");
        assertThat(tailing(key(), "--party", "Al").err()).contains("--party must");
        assertThat(tailing(key(), "--status", "12").exitCode()).isEqualTo(Failure.USAGE);
    }

    @Test
    void noChangedAnswerBreaksIt() {
        node.logged(Lines.good("m1", "2026-11-28T10:00:01.000Z"));
        Mutations.none(
                ("{\"messages\":[" + Lines.good("m1", "2026-11-28T10:00:01.000Z") + "]}")
                        .getBytes(StandardCharsets.UTF_8),
                changed -> {
                    node.spoil(_ -> changed);
                    return tailing(key(), "--node", node.url().toString(), "--count", "0");
                });
    }

    @Test
    void noEventBreaksIt() throws Exception {
        CompletableFuture<Ran> tail = tail("--count", "1", "--party", "FR/END");
        awaitWatcher();
        Random random = new Random(1);
        byte[] good = Lines.good("m1", "2026-11-28T10:00:01.000Z").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300; i++) {
            String changed = new String(Mutations.changed(good, random), StandardCharsets.UTF_8);
            node.tell("data: " + changed.replaceAll("\\R", " ") + "\n\n");
        }
        node.passes(Lines.good("last", "2026-11-28T10:00:01.000Z").replace("NL/BOB", "FR/END"));

        assertThat(ended(tail).exitCode()).isZero();
    }

    private List<String> ids(Ran ran) {
        return ran.out()
                .lines()
                .map(line -> line.replaceAll(".*?\"id\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private void awaitWatcher() {
        await().atMost(30, TimeUnit.SECONDS).until(() -> node.watchers() > 0);
    }

    private static Map<String, String> key() {
        return Map.of("OCN_ADMIN_KEY", LogStub.KEY);
    }

    private CompletableFuture<Ran> tail(String... more) {
        String[] all =
                Stream.concat(Stream.of("--node", node.url().toString()), Stream.of(more))
                        .toArray(String[]::new);
        return CompletableFuture.supplyAsync(() -> tailing(key(), all), threads);
    }

    private static Ran tailing(Map<String, String> environment, String... arguments) {
        return Ran.of(
                new TailCommand(environment, new Input(InputStream.nullInputStream())), arguments);
    }

    private static Ran ended(CompletableFuture<Ran> tail) throws Exception {
        return tail.get(60, TimeUnit.SECONDS);
    }
}

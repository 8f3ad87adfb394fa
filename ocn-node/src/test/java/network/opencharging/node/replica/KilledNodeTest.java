package network.opencharging.node.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A node with its file database that is killed again and again while many write: what it said is
 * done is done, and every row of the file stands in every index.
 *
 * <p>{@code -Dnode.kills=100} kills so often; the standard is a few. The moments are random, from a
 * seed that is told ({@code -Dnode.seed}).
 */
class KilledNodeTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int CALLERS = 8;
    private static final int KILLS = Integer.getInteger("node.kills", 2);
    private static final long SEED = Long.getLong("node.seed", 20261128L);

    @TempDir private Path folder = Path.of("");
    private final Client client = new Client();
    private final Set<String> invited = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void whatWasDoneIsThereAndTheFileIsConsistentAfterEachKill() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        int port = Fleet.freePorts(1).getFirst();
        String url = "http://127.0.0.1:" + port;
        List<String> settings = Fleet.alone(folder, url);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            NodeProcess node = null;
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    node = NodeProcess.start(folder, port, settings).awaitReady();
                    if (kill == 0) {
                        for (int i = 0; i < CALLERS; i++) {
                            callers.execute(() -> invite(url));
                        }
                    }
                    int enoughWritten = invited.size() + random.nextInt(1, 200);
                    await().atMost(LONG)
                            .pollInterval(Duration.ofMillis(2))
                            .until(() -> invited.size() >= enoughWritten);
                    Set<String> saidBefore = Set.copyOf(invited);
                    node.kill();
                    IndexedFile.check(folder.resolve("data/node"), saidBefore);
                }
            } finally {
                enough.set(true);
                if (node != null) {
                    node.close();
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "%d kills (seed %d): %d writes%n", KILLS, SEED, invited.size());
    }

    /** Each invitation writes to several tables; what is asked is in the audit. */
    private void invite(String url) {
        while (!enough.get()) {
            try {
                client.tryAdmin(url, "POST", "/platforms", "{}")
                        .body()
                        .textOf("id")
                        .ifPresent(invited::add);
            } catch (IOException e) {
                // Killed: it comes back.
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void theCheckFindsARowThatIsMissingInAnIndex() {
        assertThat(IndexedFile.disagreement(List.of("a", "b"), List.of("a"))).contains("b");
        assertThat(IndexedFile.disagreement(List.of("a"), List.of("a", "b"))).contains("b");
        assertThat(IndexedFile.disagreement(List.of("a", "b"), List.of("b", "a"))).isEmpty();
    }
}

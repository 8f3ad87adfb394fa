package network.opencharging.bridge.trial;

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
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bridge that is killed again and again while a backoffice says one CDR after the other: what it
 * took (202) arrives, and a receiver that knows a CDR by its id has each one once.
 *
 * <p>{@code -Dbridge.kills=200} kills so often on each database; the standard is a few. The moments
 * are random, from a seed that is told ({@code -Dbridge.seed}).
 */
class KillTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int CALLERS = 6;
    private static final int KILLS = Integer.getInteger("bridge.kills", 5);
    private static final long SEED = Long.getLong("bridge.seed", 20261128L);

    @TempDir private Path folder = Path.of("");
    private final StubHub hub = new StubHub();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    /** What the backoffice said more than once, because nobody told it that it was taken. */
    private final Set<String> saidAgain = ConcurrentHashMap.newKeySet();

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void nothingIsLostWithTheFileDatabase() {
        killedAgainAndAgain(List.of());
    }

    @Test
    void nothingIsLostWithPostgres() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            killedAgainAndAgain(
                    List.of(
                            "--ocn.bridge.data.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "--ocn.bridge.data.username=postgres",
                            "--ocn.bridge.data.password=postgres"));
        }
    }

    /** A single word, with nothing after it that would push it to the disk. */
    @Test
    void whatIsTakenRightAfterAStartIsThereAfterAKill() {
        try (hub;
                ServerProcess server = new ServerProcess(folder, ServerProcess.standard(hub))) {
            for (int i = 0; i < 8; i++) {
                server.start();
                registered(server);
                String path = "own/DE/ALC/sessions/s-" + i;
                assertThat(server.ask("PUT", path + "?to=", Written.session("s-" + i)).status())
                        .isEqualTo(202);
                server.kill();

                server.start();
                registered(server);
                assertThat(server.ask("GET", path, "").status()).as(path).isEqualTo(200);
                server.kill();
            }
        }
    }

    private static void registered(ServerProcess server) {
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(server.ask("GET", "status", "").body())
                                .as(server::log)
                                .contains("\"registered\":true"));
    }

    /**
     * A partner who wants OCPI's letter: nothing is sent a second time, not after a kill either.
     */
    @Test
    void withoutResendingNothingIsSentTwiceAndWhatIsInDoubtIsParked() {
        killedAgainAndAgain(List.of("--ocn.bridge.data.resend=false"));
        assertThat(hub.times())
                .allSatisfy((id, times) -> {
                    if (!saidAgain.contains(id)) {
                        assertThat(times).hasValue(1);
                    }
                });
    }

    private void killedAgainAndAgain(List<String> database) {
        List<String> settings = new ArrayList<>(ServerProcess.standard(hub));
        settings.addAll(database);
        SplittableRandom random = new SplittableRandom(SEED);
        try (hub;
                ServerProcess server = new ServerProcess(folder, settings);
                ExecutorService backoffice = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                backoffice.execute(() -> sayCdrs(server));
            }
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    server.start();
                    untilSomeMoment(random, server);
                    server.kill();
                }
            } finally {
                enough.set(true);
            }
            server.start();
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(server.ask("GET", "status", "").body())
                                    .as(server::log)
                                    .contains("\"registered\":true", "\"waiting\":0"));
            assertThat(hub.conflicts()).isEmpty();
            assertThat(hub.list()).doesNotHaveDuplicates();
            assertArrived(database.contains("--ocn.bridge.data.resend=false"), server);
            report();
        }
    }

    /** Everything has arrived; in strict mode the rest is parked, and nothing is nowhere. */
    private void assertArrived(boolean strict, ServerProcess server) {
        String parked = server.ask("GET", "outbox/parked", "").body();
        if (!strict) {
            assertThat(hub.list()).containsAll(accepted);
            assertThat(server.ask("GET", "status", "").body()).contains("\"parked\":0");
            return;
        }
        assertThat(accepted)
                .allMatch(id -> hub.list().contains(id) || parked.contains("DE/ALC/" + id + "\""));
    }

    /** Until so many more were taken, or have arrived: in the middle of whatever is being done. */
    private void untilSomeMoment(SplittableRandom random, ServerProcess server) {
        boolean byArrival = random.nextBoolean();
        int more = random.nextInt(1, 150);
        int before = byArrival ? hub.objects() : accepted.size();
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    assertThat(server.isAlive()).as(server::log).isTrue();
                    return (byArrival ? hub.objects() : accepted.size()) >= before + more;
                });
    }

    /** A backoffice says a CDR until it is taken, and only then the next one. */
    private void sayCdrs(ServerProcess server) {
        try {
            sayAll(server);
        } catch (InterruptedException e) {
            // The trial is over.
            Thread.currentThread().interrupt();
        }
    }

    private void sayAll(ServerProcess server) throws InterruptedException {
        Semaphore nobody = new Semaphore(0);
        while (!enough.get()) {
            String id = "cdr-" + next.incrementAndGet();
            String path = "own/DE/ALC/cdrs/%s?to=NL-BOB".formatted(id);
            while (!enough.get() && !accepted.contains(id)) {
                int status = server.ask("PUT", path, Written.cdr(id)).status();
                if (status == 202) {
                    accepted.add(id);
                } else {
                    saidAgain.add(id);
                }
                if (status != 202 && nobody.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                    return; // Nobody is there: he comes back, but does not run against the door.
                }
            }
        }
    }

    private void report() {
        long again = hub.times().values().stream().filter(times -> times.get() > 1).count();
        System.out.printf(
                Locale.ROOT,
                "%d kills (seed %d): %d CDRs taken, %d arrived, %d of them sent more than once with"
                        + " the same content%n",
                KILLS,
                SEED,
                accepted.size(),
                hub.objects(),
                again);
    }
}

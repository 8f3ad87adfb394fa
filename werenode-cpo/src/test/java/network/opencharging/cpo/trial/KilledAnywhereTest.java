package network.opencharging.cpo.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.cpo.emsp.StubEmsp;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The process dies before and after every commit and every send of a session's life, found by
 * instrumentation: the session goes on, ends with the energy that the meter shows, has one CDR, and
 * the eMSP that started it has the same.
 *
 * <p>Points are passed one by one with {@code -Docn.crash.step=1}, otherwise some of them; on
 * PostgreSQL with {@code -Docn.crash.postgres=true}.
 */
class KilledAnywhereTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int STEP = Integer.getInteger("ocn.crash.step", 47);
    private static final int FIRST = Integer.getInteger("ocn.crash.first", 7);
    private static final int LAST = Integer.getInteger("ocn.crash.last", Integer.MAX_VALUE);
    @TempDir private Path folder;
    private final Map<String, Integer> deaths = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void aSessionAtAStationSurvivesADeathAtAnyPointOfItsLife() throws IOException {
        diesAgainAndAgain(Kind.STATION);
    }

    @Test
    void aSessionAtAPlugSurvivesADeathAtAnyPointOfItsLife() throws IOException {
        diesAgainAndAgain(Kind.PLUG);
    }

    private void diesAgainAndAgain(Kind kind) throws IOException {
        if (!Boolean.getBoolean("ocn.crash.postgres")) {
            diesAgainAndAgain(kind, List.of());
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            diesAgainAndAgain(
                    kind,
                    List.of(
                            "--ocn.cpo.data.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "--ocn.cpo.data.username=postgres",
                            "--ocn.cpo.data.process-lease=2s"));
        }
    }

    private void diesAgainAndAgain(Kind kind, List<String> database) throws IOException {
        try (StubEmsp emsp = new StubEmsp();
                MortalCpo cpo = new MortalCpo(folder, emsp, database)) {
            cpo.start();
            answers(cpo);
            until(emsp::knowsTheBackend);
            sellsEnergy(cpo);
            boolean died = true;
            int point = FIRST;
            for (; died && point <= LAST; point += STEP) {
                died = livesWithADeathAt(cpo, emsp, kind, point);
                System.out.printf("%d: %s %s%n", point, deaths, wrong);
            }
            System.out.printf(
                    "%s: points of the last life: %s; deaths: %s%n", kind, cpo.passed(), deaths);
        }
        assertThat(wrong).isEmpty();
        assertThat(deaths.values().stream().mapToInt(Integer::intValue).sum()).isPositive();
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition::getAsBoolean);
    }

    private static void answers(MortalCpo cpo) {
        until(() -> cpo.ask("GET", "/admin/locations", "").status() == 200);
    }

    private static void sellsEnergy(MortalCpo cpo) {
        String tariff =
                """
                {'country_code':'DE','party_id':'ALC','id':'T','currency':'EUR','elements':[
                {'price_components':[{'type':'ENERGY','price':0.50,'vat':20.0,'step_size':1}]}],
                'last_updated':'2026-01-01T00:00:00Z'}
                """;
        cpo.does("PUT", "/admin/tariffs/T", tariff);
    }

    /** Whether it died: when not, the life has no such point. */
    private boolean livesWithADeathAt(MortalCpo cpo, StubEmsp emsp, Kind kind, int point) {
        String name = "%s-%d".formatted(kind.name().toLowerCase(Locale.ROOT), point);
        try (Device device = kind.installed(cpo, name, 1_000L * point)) {
            await("%s is there: %s, %s".formatted(name, device, cpo.passed()))
                    .atMost(PATIENCE)
                    .until(() -> device.isThere() && isFree(emsp, name));
            Life life = new Life(cpo, emsp, name, device);
            cpo.dieAt(point);
            boolean ended = ends(life);
            Optional<String> death = cpo.died();
            cpo.disarm();
            if (!cpo.isAlive()) {
                // It died after all that mattered was done, or did not come back.
                cpo.start();
            }
            answers(cpo);
            if (ended) {
                death.ifPresent(where -> deaths.merge(where, 1, Integer::sum));
                List<String> faults = life.faults();
                if (!faults.isEmpty()) {
                    wrong.add("%d (%s): %s".formatted(point, death.orElse("none"), faults));
                }
            }
            return death.isPresent() || !ended;
        }
    }

    private static boolean isFree(StubEmsp emsp, String name) {
        return emsp.status("L-" + name).equals("AVAILABLE");
    }

    private boolean ends(Life life) {
        try {
            until(life::goesOn);
            return true;
        } catch (ConditionTimeoutException e) {
            wrong.add("does not come to its end: %s".formatted(life));
            return false;
        }
    }
}

package network.opencharging.cpo.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The process dies before and after every commit and every send of a session's life, found by
 * instrumentation: the session goes on, ends with the energy that the meter shows, and has one CDR.
 *
 * <p>Points are passed one by one with {@code -Docn.crash.step=1}; otherwise some of them.
 */
class KilledAnywhereTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int STEP = Integer.getInteger("ocn.crash.step", 23);
    private static final int FIRST = Integer.getInteger("ocn.crash.first", 1);
    @TempDir private Path folder;
    private final Map<String, Integer> deaths = new TreeMap<>();

    @Test
    void aSessionSurvivesADeathAtAnyPointOfItsLife() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (MortalCpo cpo = new MortalCpo(folder)) {
            cpo.start();
            until(() -> cpo.ask("GET", "/admin/locations", "").status() == 200);
            prepare(cpo);
            boolean died = true;
            for (int point = FIRST; died; point += STEP) {
                died = liveWithADeathAt(cpo, point, wrong);
                System.out.printf("%d: %s %s%n", point, deaths, wrong);
            }
            System.out.printf("points of a life: %s; deaths: %s%n", cpo.passed(), deaths);
        }
        assertThat(wrong).isEmpty();
        assertThat(deaths.values().stream().mapToInt(Integer::intValue).sum()).isPositive();
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(30)).until(condition::getAsBoolean);
    }

    private static void prepare(MortalCpo cpo) {
        String tariff =
                """
                {'country_code':'DE','party_id':'ALC','id':'T','currency':'EUR','elements':[
                {'price_components':[{'type':'ENERGY','price':0.50,'vat':20.0,'step_size':1}]}],
                'last_updated':'2026-01-01T00:00:00Z'}
                """;
        assertThat(cpo.ask("PUT", "/admin/tariffs/T", tariff).status()).isEqualTo(200);
    }

    /** Whether it died: when not, the life has no such point. */
    private boolean liveWithADeathAt(MortalCpo cpo, int point, List<String> wrong) {
        String name = "MORTAL-" + point;
        place(cpo, name);
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        try (StubbornStation station =
                new StubbornStation(cpo.port(), name, 1_000L * point, begin)) {
            until(station::isThere);
            until(() -> status(cpo, name).equals("AVAILABLE"));
            cpo.dieAt(point);
            Life life = new Life(cpo, name, station);
            try {
                until(life::goesOn);
            } catch (ConditionTimeoutException e) {
                wrong.add("%d does not come to its end: %s".formatted(point, life));
                cpo.disarm();
                if (!cpo.isAlive()) {
                    cpo.start();
                }
                until(() -> cpo.ask("GET", "/admin/locations", "").status() == 200);
                return true;
            }
            Optional<String> death = cpo.died();
            death.ifPresent(where -> deaths.merge(where, 1, Integer::sum));
            cpo.disarm();
            if (!cpo.isAlive()) {
                // It died after all that mattered was done.
                cpo.start();
                until(() -> cpo.ask("GET", "/admin/locations", "").status() == 200);
            }
            judge(cpo, life, "%d (%s)".formatted(point, death.orElse("none")), wrong);
            return death.isPresent();
        }
    }

    private static void place(MortalCpo cpo, String name) {
        assertThat(
                        cpo.ask(
                                        "PUT",
                                        "/admin/stations/" + name,
                                        "{'admission':'ACCEPTED','securityProfile':0}")
                                .status())
                .isEqualTo(200);
        String location =
                """
                {'zone':'Europe/Berlin','address':{'street':'Ring 1','city':'Berlin',
                'country':'DEU','latitude':'52.52000','longitude':'13.40500'},
                'evses':[{'uid':'E1','evseId':'DE*ALC*E1','device':'%s','connectors':[
                {'id':'1','tariffs':['T']}]}]}
                """
                        .formatted(name);
        assertThat(cpo.ask("PUT", "/admin/locations/L-" + name, location).status()).isEqualTo(200);
    }

    private static String status(MortalCpo cpo, String name) {
        return cpo.ask("GET", "/admin/locations/L-" + name, "")
                .body()
                .path("evses")
                .path(0)
                .path("status")
                .asString("");
    }

    /** What must be true, whatever happened. */
    private static void judge(MortalCpo cpo, Life life, String where, List<String> wrong) {
        JsonNode session = life.session().orElseThrow();
        String phase = session.path("phase").asString("");
        long cdrs = 0;
        double money = 0;
        for (JsonNode cdr : cpo.ask("GET", "/admin/cdrs?limit=1000", "").body()) {
            if (cdr.path("token").asString("").equals(life.token())) {
                cdrs++;
                money = cdr.path("totalInclVat").asDouble();
            }
        }
        boolean right =
                phase.equals("CLOSED")
                        && session.path("energy").asLong() == 2_000
                        && cdrs == 1
                        // 2 kWh at 0.50, and a fifth of VAT
                        && money == 1.2;
        if (!right) {
            wrong.add("%s: %d CDRs of %s for %s".formatted(where, cdrs, money, session));
        }
    }

    /** The driver's side of a session: it does not give up, and never starts a second one. */
    private static final class Life {
        private final MortalCpo cpo;
        private final String name;
        private final StubbornStation station;

        Life(MortalCpo cpo, String name, StubbornStation station) {
            this.cpo = cpo;
            this.name = name;
            this.station = station;
        }

        String token() {
            return "D-" + name;
        }

        Optional<JsonNode> session() {
            for (JsonNode session : cpo.ask("GET", "/admin/sessions?limit=1000", "").body()) {
                if (session.path("token").asString("").equals(token())) {
                    return Optional.of(session);
                }
            }
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "died %s, station %s, %s"
                    .formatted(
                            cpo.died(),
                            station,
                            session()
                                    .map(found ->
                                            "/admin/sessions/" + found.path("id").asString(""))
                                    .map(path -> cpo.ask("GET", path, "").body().toString())
                                    .orElse("no session"));
        }

        /** One look at how it stands, and what follows; whether it is over. */
        boolean goesOn() {
            if (!cpo.isAlive()) {
                cpo.disarm();
                cpo.start();
            }
            if (cpo.ask("GET", "/admin/locations", "").status() != 200 || !station.isThere()) {
                return false;
            }
            Optional<JsonNode> session = session();
            if (session.isEmpty()) {
                cpo.ask(
                        "POST",
                        "/admin/sessions",
                        "{'token':'%s','location':'L-%s'}".formatted(token(), name));
                return false;
            }
            String phase = session.get().path("phase").asString("");
            if (phase.equals("DELIVERING") && session.get().path("energy").asLong() >= 800) {
                cpo.ask(
                        "POST",
                        "/admin/sessions/" + session.get().path("id").asString("") + "/stop",
                        "");
            }
            return phase.equals("FAILED") || (phase.equals("CLOSED") && station.isDone());
        }
    }
}

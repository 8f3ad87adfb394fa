package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.effect.CommandOutcome;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.Side;
import network.opencharging.cpo.outbox.EffectBook;
import network.opencharging.cpo.outbox.Outbox;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.session.Limits;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.session.Sessions;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.cpo.unit.SessionId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What every database must do with effects that several want, or several carry out. */
abstract class EffectBookContract {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private JdbcSessions sessions;
    private JdbcEffects effects;

    abstract CpoDatabase database();

    @BeforeEach
    void emptied() {
        for (String table : List.of("session_event", "session", "effect")) {
            database().client().sql("delete from cpo_" + table).update();
        }
        sessions =
                new JdbcSessions(database().jdbc(), database().transactions(), Bell.silent(), NOW);
        effects = new JdbcEffects(database().client());
    }

    private SessionStore.Opened opens(String id, List<Effect> wanted) {
        return sessions.open(Sessions.ordered(id, new PortId(id, 1), Limits.NONE), wanted);
    }

    private List<Effect> due(Side side) {
        return effects.due(side, NOW.instant(), 100).stream().map(EffectBook.Due::effect).toList();
    }

    /** What only another process can carry out is not looked at, and stays. */
    @Test
    void whatIsOnTheOtherSideStays() {
        SessionId id = new SessionId("S1");
        List<Effect> own = List.of(new Effect.StartEnergy(id), new Effect.SharePower("L1"));
        List<Effect> partners =
                List.of(
                        new Effect.TellSession(id),
                        new Effect.TellCdr(id, "C1"),
                        new Effect.TellEvse(new EvseRef("L1", "E1")),
                        new Effect.TellLocation("L1"),
                        new Effect.TellTariff("T"),
                        new Effect.AnswerCommand("C", CommandOutcome.ACCEPTED, ""));
        opens("S1", Stream.concat(own.stream(), partners.stream()).toList());
        assertThat(due(Side.OWN)).isEqualTo(own);
        new Outbox(effects, Map.of(), Runnable::run, NOW, side -> side == Side.OWN).look();
        assertThat(due(Side.OWN)).isEmpty();
        assertThat(due(Side.PARTNERS)).isNotEmpty().allMatch(partners::contains);
        new Outbox(effects, Map.of(), Runnable::run, NOW, side -> side == Side.PARTNERS).look();
        assertThat(due(Side.PARTNERS)).isEmpty();
        assertThat(partners).allMatch(one -> one.side() == Side.PARTNERS);
    }

    /** Sessions of one location share its power: nobody's beginning may fail for that. */
    @Test
    void manySessionsThatWantTheSameAtOnceAllBegin() throws Exception {
        List<Callable<SessionStore.Opened>> many = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String id = "S" + i;
            // A few locations, each for the first time.
            Effect shared = new Effect.SharePower("L" + i / 8);
            many.add(() -> opens(id, List.of(shared)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<SessionStore.Opened> one : threads.invokeAll(many)) {
                assertThat(one.get()).isInstanceOf(SessionStore.Opened.Stored.class);
            }
        }
        assertThat(due(Side.OWN)).hasSize(8);
    }
}

package network.opencharging.cpo.store;

import static network.opencharging.cpo.session.Sessions.TEN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.cdr.CdrDesk;
import network.opencharging.cpo.cdr.Evidence;
import network.opencharging.cpo.cdr.KeptCdr;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.effect.Side;
import network.opencharging.cpo.outbox.EffectBook;
import network.opencharging.cpo.outbox.Outbox;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Limits;
import network.opencharging.cpo.session.Patience;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.SessionEvent;
import network.opencharging.cpo.session.SessionRules;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.session.Sessions;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.cpo.unit.SessionId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What every database must do for sessions, their effects, sites and CDRs. */
abstract class SessionStoreContract {
    private static final PortId PORT = new PortId("CS", 1);
    private static final SessionId ID = new SessionId("S1");
    private static final Clock LATER = Clock.fixed(TEN.plusSeconds(3_600), ZoneOffset.UTC);
    private static final SessionRules RULES =
            new SessionRules(
                    new Patience(
                            Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofSeconds(30)));
    private JdbcSessions sessions;
    private JdbcEffects effects;

    abstract CpoDatabase database();

    @BeforeEach
    void emptied() {
        for (String table :
                List.of(
                        "session",
                        "session_event",
                        "effect",
                        "cdr",
                        "location",
                        "tariff",
                        "evse_status")) {
            database().client().sql("delete from cpo_" + table).update();
        }
        sessions =
                new JdbcSessions(
                        database().jdbc(), database().transactions(), Bell.silent(), LATER);
        effects = new JdbcEffects(database().client());
    }

    private static ChargeSession fresh(String id) {
        return Sessions.ordered(id, PORT, Limits.NONE);
    }

    private SessionStore.Heard hears(SessionEvent event) {
        return sessions.hear(ID, event, session -> RULES.decide(session, event, LATER.instant()));
    }

    @Test
    void aSessionIsReadAsItWasStored() {
        sessions.open(fresh("S1"), List.of(new Effect.StartEnergy(ID)));
        hears(Sessions.began(5, 1_000));
        hears(Sessions.reads(100, 2_000));
        SessionStore.Heard heard = hears(Sessions.ended(900, 3_000, "Local"));
        ChargeSession after = ((SessionStore.Heard.Changed) heard).after();
        assertThat(sessions.find(ID)).contains(after);
        assertThat(after.version()).isEqualTo(4);
        assertThat(sessions.occupying()).isEmpty();
        assertThat(sessions.journal(ID))
                .extracting(SessionStore.Entry::event)
                .containsExactly("opened", "began/TX1", "read/1772445700000/2000", "ended/TX1");
    }

    /** Whatever side it is on. */
    private List<EffectBook.Due> due() {
        return Stream.of(Side.PARTNERS, Side.OWN)
                .flatMap(side -> effects.due(side, LATER.instant(), 10).stream())
                .toList();
    }

    @Test
    void aPortIsOccupiedByOne() {
        assertThat(sessions.open(fresh("S1"), List.of()))
                .isInstanceOf(SessionStore.Opened.Stored.class);
        assertThat(sessions.open(fresh("S2"), List.of(new Effect.StartEnergy(new SessionId("S2")))))
                .isInstanceOf(SessionStore.Opened.Occupied.class);
        assertThat(due()).isEmpty();
        hears(Sessions.began(5, 0));
        hears(Sessions.ended(900, 10, "Local"));
        assertThat(sessions.open(fresh("S2"), List.of()))
                .isInstanceOf(SessionStore.Opened.Stored.class);
    }

    @Test
    void theSameEventHasOneEffectHoweverManyTellIt() throws Exception {
        sessions.open(fresh("S1"), List.of());
        hears(Sessions.began(5, 0));
        List<Callable<SessionStore.Heard>> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(() -> hears(Sessions.ended(900, 10, "Local")));
        }
        int changed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<SessionStore.Heard> one : threads.invokeAll(many)) {
                changed += one.get() instanceof SessionStore.Heard.Changed ? 1 : 0;
            }
        }
        assertThat(changed).isOne();
        assertThat(due())
                .extracting(due -> due.effect().purpose())
                .containsExactly("command/COMMAND-1", "tell-session/S1", "cdr/S1");
    }

    @Test
    void whatFailsInTheMiddleLeavesNothing() {
        sessions.open(fresh("S1"), List.of());
        SessionEvent event = Sessions.began(5, 0);
        assertThatThrownBy(() ->
                        sessions.hear(
                                ID,
                                event,
                                session -> {
                                    throw new IllegalStateException("no decision");
                                }))
                .hasMessageContaining("no decision");
        assertThat(sessions.journal(ID)).hasSize(1);
        assertThat(hears(event)).isInstanceOf(SessionStore.Heard.Changed.class);
    }

    @Test
    void anEffectThatIsWantedOnceMoreWhileItIsDoneStays() {
        sessions.open(fresh("S1"), List.of(new Effect.TellSession(ID)));
        EffectBook.Due taken = due().getFirst();
        hears(Sessions.began(5, 0));
        effects.done(taken);
        List<EffectBook.Due> left = due();
        assertThat(left).extracting(EffectBook.Due::effect).contains(new Effect.TellSession(ID));
        left.forEach(effects::done);
        assertThat(due()).isEmpty();
    }

    @Test
    void whatWasDoneSinceItWasReadIsNotDoneAgain() {
        sessions.open(fresh("S1"), List.of(new Effect.StartEnergy(ID), new Effect.WriteCdr(ID)));
        EffectBook.Due read = due().getFirst();
        List<Effect> done = new ArrayList<>();
        List<Runnable> begun = new ArrayList<>();
        Outbox outbox =
                new Outbox(
                        effects,
                        Map.of(
                                Effect.StartEnergy.class,
                                (effect, attempt) -> {
                                    done.add(effect);
                                    return new EffectHandler.Result.Done();
                                }),
                        begun::add,
                        LATER,
                        _ -> true);
        outbox.look();
        // It is done by somebody else between the look and the work.
        effects.done(read);
        List.copyOf(begun).forEach(Runnable::run);
        assertThat(done).isEmpty();
        assertThat(effects.isThere(read)).isFalse();
    }

    @Test
    void whatWaitsHoldsUpItsLaneAndWhatIsGivenUpDoesNot() {
        sessions.open(
                fresh("S1"),
                List.of(
                        new Effect.TellSession(ID),
                        new Effect.TellCdr(ID, "S1"),
                        new Effect.StartEnergy(ID)));
        EffectBook.Due first = due().getFirst();
        effects.later(first, LATER.instant().plusSeconds(60), "the hub is away");
        assertThat(due())
                .extracting(EffectBook.Due::effect)
                .containsExactly(new Effect.StartEnergy(ID));
        assertThat(effects.troubled(10))
                .extracting(EffectBook.Due::trouble)
                .containsExactly("the hub is away");
        effects.giveUp(first, "never");
        assertThat(due())
                .extracting(EffectBook.Due::effect)
                .containsExactly(new Effect.TellCdr(ID, "S1"), new Effect.StartEnergy(ID));
        assertThat(effects.again("tell-session/S1", LATER.instant())).isTrue();
        assertThat(due()).hasSize(2);
    }

    @Test
    void aCdrIsWrittenOnceAndReadAsItWasWritten() {
        JdbcCdrs cdrs = new JdbcCdrs(database().jdbc(), database().transactions(), LATER);
        EvseManager manager = new EvseManager(sessions, RULES, LATER);
        sessions.open(fresh("S1"), List.of());
        hears(Sessions.began(5, 1_000));
        hears(Sessions.ended(905, 3_000, "Local"));
        CdrDesk desk = new CdrDesk(manager, cdrs, new Evidence(new Watts(22_000)), LATER);
        desk.carryOut(new Effect.WriteCdr(ID), 1);
        desk.carryOut(new Effect.WriteCdr(ID), 2);
        KeptCdr kept = cdrs.find("S1").orElseThrow();
        assertThat(
                        cdrs.count(
                                new CdrBook.Wish(
                                        Optional.of("NL/BOB"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        0,
                                        10)))
                .isOne();
        assertThat(cdrs.add(kept, List.of())).isFalse();
        assertThat(kept.tariff()).isEqualTo(Sessions.TARIFF);
        assertThat(kept.cdr().bill().total().payable()).isEqualByComparingTo("0.96");
        assertThat(kept.cdr().session().authorizationReference()).contains("REF-1");
        assertThat(sessions.find(ID).orElseThrow().phase()).isInstanceOf(Phase.Closed.class);
    }

    @Test
    void aSiteIsKeptWithWhatPartnersAreToBeTold() {
        JdbcSite site =
                new JdbcSite(database().jdbc(), database().transactions(), Bell.silent(), LATER);
        Location location = Sessions.location(PORT, Optional.of(new Watts(11_000)));
        site.put(location);
        site.put(location);
        site.put(Sessions.TARIFF);
        EvseStatus status = new EvseStatus(new EvseRef("L1", "E1"), EvseStatus.Word.CHARGING, TEN);
        site.put(status);
        assertThat(site.locations()).containsExactly(location);
        assertThat(site.tariffs()).containsExactly(Sessions.TARIFF);
        assertThat(site.statuses()).containsExactly(status);
        assertThat(due())
                .extracting(due -> due.effect().purpose())
                .containsExactly("tell-location/L1", "tell-tariff/T");
        site.removeLocation(location);
        site.removeTariff("T");
        assertThat(site.locations()).isEmpty();
        assertThat(site.tariffs()).isEmpty();
        assertThat(site.removedLocation("L1")).contains(location);
    }
}

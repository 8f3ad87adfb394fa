package network.opencharging.cpo.session;

import static network.opencharging.cpo.session.Sessions.TEN;
import static network.opencharging.cpo.session.Sessions.began;
import static network.opencharging.cpo.session.Sessions.ended;
import static network.opencharging.cpo.session.Sessions.reads;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.effect.CommandOutcome;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.unit.SessionId;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table, walked. */
class SessionRulesTest {
    private static final SessionId ID = new SessionId("S1");
    private final SessionRules rules =
            new SessionRules(
                    new Patience(
                            Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofSeconds(30)));
    private final List<Effect> effects = new ArrayList<>();
    private Instant now = TEN;
    private Optional<String> complaint = Optional.empty();
    private ChargeSession session = Sessions.ordered("S1", new PortId("CS", 1), Limits.NONE);

    private SessionRulesTest hears(SessionEvent event) {
        now = event.at().isAfter(now) ? event.at() : now;
        Decision decision = rules.decide(session, event, now);
        session = decision.next();
        effects.addAll(decision.effects());
        complaint = decision.complaint();
        return this;
    }

    private static SessionEvent startAnswered(Answer.Word word, int attempt) {
        return new SessionEvent.StartAnswered(TEN, new Answer(word, ""), attempt);
    }

    private static SessionEvent stopAsked(StopReason why) {
        return new SessionEvent.StopAsked(TEN, why, Optional.of("COMMAND-2"), "W");
    }

    private SessionEvent time(int second) {
        return new SessionEvent.TimePassed(TEN.plusSeconds(second), session.due().orElse(TEN));
    }

    private List<CommandOutcome> answers() {
        return effects.stream()
                .filter(Effect.AnswerCommand.class::isInstance)
                .map(effect -> ((Effect.AnswerCommand) effect).outcome())
                .toList();
    }

    @Test
    void aWholeLifeAnswersTheCommandOnceAndWritesOneCdr() {
        hears(startAnswered(Answer.Word.DONE, 1))
                .hears(began(10, 1_000))
                .hears(reads(900, 3_500))
                .hears(ended(1_800, 6_000, "EVDisconnected"));
        assertThat(session.phase()).isEqualTo(new Phase.Ended(StopReason.UNPLUGGED));
        assertThat(session.energy()).isEqualTo(new WattHours(5_000));
        assertThat(effects).filteredOn(new Effect.WriteCdr(ID)::equals).hasSize(1);
        hears(new SessionEvent.CdrWritten(now, Optional.of("S1"), session.funding().cost()));
        assertThat(session.phase())
                .isEqualTo(new Phase.Closed(StopReason.UNPLUGGED, Optional.of("S1")));
        assertThat(session.funding().cost().orElseThrow().payable()).isEqualByComparingTo("2.40");
        assertThat(effects).filteredOn(new Effect.TellCdr(ID, "S1")::equals).hasSize(1);
        assertThat(answers()).containsExactly(CommandOutcome.ACCEPTED);
    }

    @Test
    void energyMayBeQuickerThanTheAnswer() {
        hears(began(1, 0)).hears(startAnswered(Answer.Word.DONE, 1));
        assertThat(session.phase()).isEqualTo(new Phase.Delivering());
        assertThat(answers()).containsExactly(CommandOutcome.ACCEPTED);
        assertThat(complaint).isEmpty();
    }

    @Test
    void aRefusalOfTheFirstOrderEndsItAndOneOfARepeatedOrderDoesNot() {
        hears(startAnswered(Answer.Word.DECLINED, 2));
        assertThat(session.phase()).isInstanceOf(Phase.Ordered.class);
        assertThat(answers()).isEmpty();
        hears(startAnswered(Answer.Word.DECLINED, 1));
        assertThat(session.phase()).isInstanceOf(Phase.Failed.class);
        assertThat(answers()).containsExactly(CommandOutcome.REJECTED);
    }

    @Test
    void whatDoesNotBeginInTimeIsGivenUpAndTheDeviceToldSo() {
        hears(startAnswered(Answer.Word.UNANSWERED, 1)).hears(time(121));
        assertThat(session.phase()).isEqualTo(new Phase.Failed("nothing began in time"));
        assertThat(answers()).containsExactly(CommandOutcome.TIMEOUT);
        assertThat(effects).contains(new Effect.StopEnergy(ID, 1));
        // And yet it begins.
        hears(began(130, 0));
        assertThat(session.phase()).isInstanceOf(Phase.Stopping.class);
        hears(ended(140, 50, "Remote"))
                .hears(new SessionEvent.CdrWritten(now, Optional.empty(), Optional.empty()));
        assertThat(session.funding()).isInstanceOf(Funding.Waived.class);
    }

    @Test
    void limitsEndIt() {
        assertThat(
                        endedBy(
                                new Limits(
                                        Optional.of(new WattHours(2_000)),
                                        Optional.empty(),
                                        Optional.empty())))
                .isEqualTo(StopReason.ENERGY_LIMIT);
        // 2 kWh cost 0.80, with VAT 0.96
        assertThat(
                        endedBy(
                                new Limits(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new BigDecimal("0.96")))))
                .isEqualTo(StopReason.MONEY_LIMIT);
        assertThat(
                        endedBy(
                                new Limits(
                                        Optional.empty(),
                                        Optional.of(Duration.ofMinutes(15)),
                                        Optional.empty())))
                .isEqualTo(StopReason.TIME_LIMIT);
    }

    private StopReason endedBy(Limits limits) {
        session = Sessions.ordered("S1", new PortId("CS", 1), limits);
        now = TEN;
        hears(began(0, 0)).hears(reads(600, 1_999));
        assertThat(session.phase()).isEqualTo(new Phase.Delivering());
        hears(reads(899, 2_000));
        if (session.due().isPresent() && session.phase() instanceof Phase.Delivering) {
            hears(time(901));
        }
        return ((Phase.Stopping) session.phase()).why();
    }

    @Test
    void aDeviceThatDoesNotStopIsToldAgainAndAgain() {
        hears(began(0, 0)).hears(stopAsked(StopReason.EMSP));
        hears(new SessionEvent.StopAnswered(now, new Answer(Answer.Word.UNREACHABLE, ""), 1));
        assertThat(answers()).containsExactly(CommandOutcome.ACCEPTED, CommandOutcome.TIMEOUT);
        hears(time(61)).hears(time(122)).hears(time(183));
        assertThat(effects)
                .contains(
                        new Effect.StopEnergy(ID, 1),
                        new Effect.StopEnergy(ID, 2),
                        new Effect.StopEnergy(ID, 4));
        assertThat(session.remarks()).containsExactly("the device does not stop");
        hears(ended(200, 700, "Remote"));
        assertThat(session.phase()).isEqualTo(new Phase.Ended(StopReason.EMSP));
    }

    @Test
    void aClockThatRunsAheadOrBackIsNotBelieved() {
        hears(began(0, 0)).hears(reads(600, 1_000));
        Instant there = now;
        Decision ahead =
                rules.decide(
                        session,
                        new SessionEvent.MeterRead(
                                there.plus(Duration.ofDays(300)),
                                new WattHours(1_500),
                                Optional.empty()),
                        there);
        assertThat(ahead.next().meter().newest()).contains(there);
        Decision back = rules.decide(session, ended(-100_000, 1_600, "Local"), there);
        assertThat(back.next().times().ended()).contains(there);
        assertThat(back.next().energy()).isEqualTo(new WattHours(1_600));
    }

    @Test
    void aMeterThatStartsAnewTakesNothingAway() {
        hears(began(0, 90_000)).hears(reads(600, 93_000)).hears(reads(700, 40));
        hears(ended(800, 90, "Local"));
        assertThat(session.energy()).isEqualTo(new WattHours(3_000));
        assertThat(session.remarks())
                .hasSize(2)
                .allMatch(text -> text.startsWith("the meter went"));
    }

    @Test
    void aReservationIsUsedMovedGivenUpOrRunsOut() {
        Opening opening = session.opening();
        session =
                ChargeSession.fresh(
                        ID, opening, new Phase.Reserved("R1", TEN.plusSeconds(900)), TEN);
        hears(
                new SessionEvent.ReservationMoved(
                        TEN, TEN.plusSeconds(1_200), Optional.of("COMMAND-3"), "W1"));
        hears(time(1_000));
        assertThat(session.phase()).isEqualTo(new Phase.Reserved("R1", TEN.plusSeconds(1_200)));
        ChargeSession kept = session;
        hears(time(1_201));
        assertThat(session.phase()).isEqualTo(new Phase.Ended(StopReason.TIME_LIMIT));
        session = kept;
        hears(stopAsked(StopReason.EMSP));
        assertThat(session.phase()).isEqualTo(new Phase.Ended(StopReason.EMSP));
        session = kept;
        hears(new SessionEvent.ReservationUsed(now, opening, true));
        assertThat(effects).contains(new Effect.StartEnergy(ID));
        hears(began(1_300, 0)).hears(ended(2_000, 500, "Local"));
        // The bill begins with the reservation.
        assertThat(session.history(now).orElseThrow().start()).isEqualTo(TEN);
    }

    @Test
    void whatDoesNotBelongChangesNothingAndIsComplainedAbout() {
        ChargeSession before = session;
        hears(reads(5, 10));
        assertThat(complaint).contains("MeterRead does not belong to a session that is ORDERED");
        assertThat(session.phase()).isEqualTo(before.phase());
        assertThat(effects).isEmpty();
    }

    @Test
    void whatTheDeviceForgotIsBilledAsFarAsItIsKnown() {
        hears(began(0, 0)).hears(reads(600, 1_000));
        hears(new SessionEvent.ChargeUnknown(TEN.plusSeconds(5_000), Optional.empty()));
        assertThat(session.phase()).isEqualTo(new Phase.Ended(StopReason.LOST));
        assertThat(session.energy()).isEqualTo(new WattHours(1_000));
        assertThat(session.times().ended()).contains(TEN.plusSeconds(600));
    }
}

package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.Side;
import network.opencharging.cpo.outbox.EffectBook;
import network.opencharging.cpo.outbox.PartnerBook;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.session.Limits;
import network.opencharging.cpo.session.Sessions;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.cpo.unit.SessionId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What every database must do to tell how it goes with partners. */
abstract class PartnerBookContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);

    private JdbcPartners partners;

    abstract CpoDatabase database();

    @BeforeEach
    void emptied() {
        for (String table : List.of("partner", "effect", "session", "session_event")) {
            database().client().sql("delete from cpo_" + table).update();
        }
        partners = new JdbcPartners(database().client());
    }

    @Test
    void theLastSuccessAndTheLastFailureAreKeptBesideEachOther() {
        partners.told("NL/BOB", Optional.empty(), NOON);
        partners.told("NL/BOB", Optional.of("away"), NOON.plusSeconds(1));
        partners.told("FR/EVE", Optional.of("never"), NOON);

        assertThat(partners.contacts())
                .containsExactly(
                        new PartnerBook.Contact(
                                "FR/EVE", Optional.empty(), Optional.of(NOON), "never"),
                        new PartnerBook.Contact(
                                "NL/BOB",
                                Optional.of(NOON),
                                Optional.of(NOON.plusSeconds(1)),
                                "away"));

        partners.told("NL/BOB", Optional.empty(), NOON.plusSeconds(2));

        assertThat(partners.contacts().getLast().success()).hasValue(NOON.plusSeconds(2));
    }

    @Test
    void whatGoesWellAllTheTimeIsNotWrittenEachTime() {
        partners.told("NL/BOB", Optional.empty(), NOON);
        partners.told("NL/BOB", Optional.empty(), NOON.plusSeconds(4));
        assertThat(partners.contacts().getFirst().success()).hasValue(NOON);

        partners.told("NL/BOB", Optional.empty(), NOON.plusSeconds(6));

        assertThat(partners.contacts().getFirst().success()).hasValue(NOON.plusSeconds(6));
    }

    @Test
    void whatWaitsIsCountedForWhomItWaits() {
        SessionId session = new SessionId("S1");
        JdbcSessions sessions =
                new JdbcSessions(
                        database().jdbc(), database().transactions(), Bell.silent(), AT_NOON);
        sessions.open(
                Sessions.ordered("S1", new PortId("CS", 1), Limits.NONE),
                List.of(
                        new Effect.TellSession(session),
                        new Effect.TellCdr(session, "C1"),
                        new Effect.StartEnergy(session),
                        new Effect.TellEvse(new EvseRef("L1", "E1")),
                        new Effect.TellTariff("T1")));
        String emsp =
                database()
                        .client()
                        .sql("select emsp from cpo_session")
                        .query(String.class)
                        .single();
        JdbcEffects effects = new JdbcEffects(database().client());
        EffectBook.Due first =
                effects.due(Side.PARTNERS, NOON, 10).stream()
                        .filter(due -> due.effect() instanceof Effect.TellSession)
                        .findFirst()
                        .orElseThrow();
        effects.giveUp(first, "refused");

        assertThat(partners.backlogs("CH/OCN"))
                .containsExactlyInAnyOrder(
                        new PartnerBook.Backlog(emsp, 1, 1, NOON),
                        new PartnerBook.Backlog("CH/OCN", 2, 0, NOON));
    }
}

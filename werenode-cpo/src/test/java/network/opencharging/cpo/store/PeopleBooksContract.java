package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.people.Attempts;
import network.opencharging.cpo.people.AuditBook;
import network.opencharging.cpo.people.Caller;
import network.opencharging.cpo.people.Entrance;
import network.opencharging.cpo.people.HandClock;
import network.opencharging.cpo.people.Holdings;
import network.opencharging.cpo.people.Holdings.Kind;
import network.opencharging.cpo.people.Marks;
import network.opencharging.cpo.people.Person;
import network.opencharging.cpo.people.Role;
import network.opencharging.cpo.people.Roll;
import network.opencharging.cpo.people.Seals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What every database must do for people, and what follows from it for who comes in. */
abstract class PeopleBooksContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final String HERE = "192.0.2.7";

    private final HandClock clock = new HandClock(NOON);
    private final Marks marks = new Marks(KEY, new SecureRandom());
    private final CountedSeals seals = new CountedSeals();
    private JdbcPeople people;
    private JdbcVisits visits;
    private Entrance entrance;
    private Roll roll;

    abstract CpoDatabase database();

    /** Quick, and counts how often it was asked. */
    private static final class CountedSeals implements Seals {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public String seal(String password) {
            return "sealed " + password;
        }

        @Override
        public boolean fits(String password, String seal) {
            asked.incrementAndGet();
            return seal.equals("sealed " + password);
        }
    }

    @BeforeEach
    void emptied() {
        for (String table : List.of("person", "visit", "audit", "holding")) {
            database().client().sql("delete from cpo_" + table).update();
        }
        people = new JdbcPeople(database().client());
        visits = new JdbcVisits(database().client());
        Entrance.Guards guards =
                new Entrance.Guards(
                        new Attempts(3, Duration.ofSeconds(20), 100, clock),
                        new Attempts(10, Duration.ofSeconds(2), 100, clock),
                        clock);
        entrance = new Entrance(people, visits, marks, seals, guards);
        roll = new Roll(people, visits, marks, seals, clock);
    }

    private Person alice() {
        return roll.put(
                "alice", Role.OPERATOR, Optional.of("north"), Optional.of("right password"));
    }

    private String in(String name, String secret) {
        return ((Entrance.Answer.In) entrance.enter(name, secret, HERE)).ticket();
    }

    @Test
    void aPersonIsWrittenDownChangedAndForgotten() {
        Person alice = alice();
        assertThat(people.find("alice")).hasValue(alice);
        assertThat(people.all()).containsExactly(alice);

        Person more = roll.put("alice", Role.ADMIN, Optional.empty(), Optional.empty());

        assertThat(people.find("alice")).hasValue(more);
        assertThat(more.password()).as("as it was").isEqualTo(alice.password());
        assertThat(people.remove("alice")).isTrue();
        assertThat(people.remove("alice")).isFalse();
        assertThat(people.find("alice")).isEmpty();
    }

    @Test
    void nothingThatIsKeptOpensAnything() {
        Person alice = alice();
        String token = roll.token(alice);
        String ticket = in("alice", "right password");
        String kept =
                database()
                        .client()
                        .sql("select token from cpo_person where name = 'alice'")
                        .query(String.class)
                        .single();
        String mark =
                database().client().sql("select mark from cpo_visit").query(String.class).single();

        assertThat(entrance.byBearer(token)).hasValue(alice.caller());
        assertThat(entrance.byTicket(ticket)).hasValue(alice.caller());
        assertThat(entrance.byBearer(kept)).isEmpty();
        assertThat(entrance.byTicket(mark)).isEmpty();
        assertThat(new Entrance(people, visits, otherMarks(), seals, Entrance.Guards.usual(clock)))
                .satisfies(other -> {
                    assertThat(other.byBearer(token)).as("another key").isEmpty();
                    assertThat(other.byTicket(ticket)).as("another key").isEmpty();
                });
    }

    private static Marks otherMarks() {
        return new Marks("another key", new SecureRandom());
    }

    @Test
    void whoIsNotThereIsRefusedAsWhoeverMistypes() {
        alice();
        seals.asked.set(0);

        assertThat(entrance.enter("alice", "wrong password", HERE))
                .isEqualTo(entrance.enter("nobody", "wrong password", HERE))
                .isEqualTo(new Entrance.Answer.Wrong());
        assertThat(seals.asked).as("as much work for both").hasValue(2);
    }

    @Test
    void whoeverGuessesWaitsAndWhoeverIsRightDoesNot() {
        alice();
        for (int i = 0; i < 3; i++) {
            assertThat(entrance.enter("alice", "wrong " + i, HERE))
                    .isEqualTo(new Entrance.Answer.Wrong());
        }
        assertThat(entrance.enter("Alice ", "right password", HERE))
                .isEqualTo(new Entrance.Answer.Wait(Duration.ofSeconds(20)));

        clock.passes(Duration.ofSeconds(20));

        assertThat(entrance.byTicket(in("alice", "right password"))).isPresent();
        assertThat(entrance.byTicket(in("alice", "right password"))).isPresent();
    }

    @Test
    void fromOneAddressNobodyTriesManyNames() {
        for (int i = 0; i < 10; i++) {
            assertThat(entrance.enter("somebody-" + i, "guess", HERE))
                    .isEqualTo(new Entrance.Answer.Wrong());
        }
        assertThat(entrance.enter("", KEY, HERE)).isInstanceOf(Entrance.Answer.Wait.class);
        assertThat(entrance.enter("", KEY, "192.0.2.8")).isInstanceOf(Entrance.Answer.In.class);
    }

    @Test
    void aVisitEndsWithItsTimeWithLeavingWithAnotherPasswordAndWithThePerson() {
        Person alice = alice();
        String old = in("alice", "right password");
        String left = in("alice", "right password");
        entrance.leave(left);
        assertThat(entrance.byTicket(left)).isEmpty();

        roll.password(alice, "another password");
        assertThat(entrance.byTicket(old)).isEmpty();

        String fresh = in("alice", "another password");
        roll.put("alice", Role.VIEWER, Optional.of("south"), Optional.empty());
        assertThat(entrance.byTicket(fresh))
                .as("what he may do now counts")
                .hasValue(new Caller("alice", Role.VIEWER, Optional.of("south")));

        clock.passes(Duration.ofHours(12));
        assertThat(entrance.byTicket(fresh)).isEmpty();
        visits.forget(clock.instant());

        String last = in("alice", "another password");
        roll.remove(people.find("alice").orElseThrow());
        assertThat(entrance.byTicket(last)).isEmpty();
    }

    @Test
    void theKeyOpensWithoutAName() {
        assertThat(entrance.byTicket(in("", KEY))).hasValue(Caller.KEY);
        assertThat(entrance.byBearer(KEY + "\n")).hasValue(Caller.KEY);
        assertThat(entrance.enter("", "0", HERE)).isEqualTo(new Entrance.Answer.Wrong());
    }

    @Test
    void ofAnAuditTenantsSeeTheirOwnPeople() {
        AuditBook audit = new JdbcAudit(database().client());
        audit.write(deed(NOON, "alice", Optional.of("north")));
        audit.write(deed(NOON.plusSeconds(1), "key", Optional.empty()));
        Instant later = NOON.plusSeconds(60);

        assertThat(audit.latest(Optional.empty(), later, 10))
                .extracting(AuditBook.Deed::who)
                .containsExactly("key", "alice");
        assertThat(audit.latest(Optional.of("north"), later, 10))
                .containsExactly(deed(NOON, "alice", Optional.of("north")));
        assertThat(audit.latest(Optional.of("south"), later, 10)).isEmpty();

        audit.forget(NOON.plusSeconds(1));

        assertThat(audit.latest(Optional.empty(), later, 10))
                .extracting(AuditBook.Deed::who)
                .containsExactly("key");
    }

    private static AuditBook.Deed deed(Instant at, String who, Optional<String> tenant) {
        return new AuditBook.Deed(at, who, tenant, "PUT /admin/x", 200, HERE);
    }

    @Test
    void whatSomebodyHoldsNobodyElseClaims() {
        Holdings holdings = new JdbcHoldings(database().client());

        assertThat(holdings.claim(Kind.TARIFF, "t1", "north")).isTrue();
        assertThat(holdings.claim(Kind.TARIFF, "T1", "south")).as("ids ignore case").isFalse();
        assertThat(holdings.claim(Kind.TARIFF, "T1", "north")).isTrue();
        assertThat(holdings.holder(Kind.TARIFF, "T1")).hasValue("north");
        assertThat(holdings.of(Kind.TARIFF, "north")).containsExactly("T1");
        assertThat(holdings.of(Kind.LOCATION, "north")).isEmpty();

        holdings.give(Kind.TARIFF, "T1", Optional.empty());

        assertThat(holdings.holder(Kind.TARIFF, "T1")).isEmpty();
        assertThat(holdings.ofAnybody(Kind.TARIFF)).isEmpty();
        assertThat(holdings.claim(Kind.TARIFF, "T1", "south")).as("the house's").isFalse();
    }
}

package network.opencharging.cpo.people;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The way in: who somebody is, by what he shows. */
public final class Entrance {
    private static final Duration LASTS = Duration.ofHours(12);
    private static final int LONGEST = 200;
    private static final int TICKET = 64;

    /** A password is hashed with much work on purpose: more at a time would be somebody's aim. */
    private static final int AT_A_TIME = 2;

    private final PeopleBook people;
    private final VisitBook visits;
    private final Marks marks;
    private final Seals seals;
    private final Guards guards;
    private final Semaphore hashing = new Semaphore(AT_A_TIME);
    private volatile @Nullable String nobody;

    /**
     * Against guessing.
     *
     * @param ofName how often somebody may be tried
     * @param ofAddress how often from somewhere
     */
    public record Guards(Attempts ofName, Attempts ofAddress, Clock clock) {
        private static final int NAMES = 10_000;

        /** A person may mistype; a program that guesses gets nowhere. */
        public static Guards usual(Clock clock) {
            return new Guards(
                    new Attempts(5, Duration.ofSeconds(20), NAMES, clock),
                    new Attempts(30, Duration.ofSeconds(2), NAMES, clock),
                    clock);
        }
    }

    public Entrance(PeopleBook people, VisitBook visits, Marks marks, Seals seals, Guards guards) {
        this.people = people;
        this.visits = visits;
        this.marks = marks;
        this.seals = seals;
        this.guards = guards;
    }

    /** What became of a try. */
    public sealed interface Answer {
        /**
         * He is in.
         *
         * @param ticket what his browser shows from now on
         * @param lasts how long it is good
         */
        record In(String ticket, Caller caller, Duration lasts) implements Answer {
            /** Never with the ticket. */
            @Override
            public String toString() {
                return "In[" + caller.line() + "]";
            }
        }

        /** He is not. */
        record Wrong() implements Answer {}

        /** It was tried too often. */
        record Wait(Duration pause) implements Answer {}
    }

    /**
     * With a name and a password, or with the operator's key.
     *
     * @param name empty: with the key
     * @param from his address
     */
    public Answer enter(String name, String secret, String from) {
        String who = name.strip().toLowerCase(Locale.ROOT);
        Duration pause = pause(who, from);
        if (!pause.isZero()) {
            return new Answer.Wait(pause);
        }
        if (who.isEmpty()) {
            return marks.isKey(secret) ? begin(VisitBook.Way.KEY, Caller.KEY) : new Answer.Wrong();
        }
        if (!hashing.tryAcquire()) {
            return new Answer.Wait(Duration.ofSeconds(1));
        }
        try {
            return withPassword(who, secret);
        } finally {
            hashing.release();
        }
    }

    private Duration pause(String who, String from) {
        Duration ofAddress = guards.ofAddress().ask(from);
        return who.isEmpty() || !ofAddress.isZero() ? ofAddress : guards.ofName().ask(who);
    }

    private Answer withPassword(String who, String password) {
        Optional<Person> person = people.find(who);
        // Whoever is not there takes as long as whoever is: names cannot be found out.
        String seal = person.flatMap(Person::password).orElseGet(this::nobodysSeal);
        boolean fits = password.length() <= LONGEST && seals.fits(password, seal);
        if (!fits || person.flatMap(Person::password).isEmpty()) {
            return new Answer.Wrong();
        }
        guards.ofName().forgive(who);
        return begin(VisitBook.Way.PASSWORD, person.get().caller());
    }

    private String nobodysSeal() {
        String seal = nobody;
        if (seal == null) {
            seal = seals.seal(marks.fresh());
            nobody = seal;
        }
        return seal;
    }

    /** Somebody whom a provider of identities knows. */
    public Answer.In welcome(Caller caller) {
        return begin(VisitBook.Way.PROVIDER, caller);
    }

    private Answer.In begin(VisitBook.Way way, Caller caller) {
        String ticket = marks.fresh();
        visits.begin(
                new VisitBook.Visit(
                        marks.of(ticket), way, caller, guards.clock().instant().plus(LASTS)));
        return new Answer.In(ticket, caller, LASTS);
    }

    /** Whose ticket that is; empty: nobody's, or not any more. */
    public Optional<Caller> byTicket(String ticket) {
        if (ticket.length() != TICKET) {
            return Optional.empty();
        }
        return visits.find(marks.of(ticket), guards.clock().instant())
                .flatMap(visit ->
                        switch (visit.way()) {
                            case KEY, PROVIDER -> Optional.of(visit.caller());
                            case PASSWORD -> people.find(visit.caller().name()).map(Person::caller);
                        });
    }

    /** Who has the operator's key or that token; empty: nobody. */
    public Optional<Caller> byBearer(String shown) {
        String stripped = shown.strip();
        if (marks.isKey(stripped)) {
            return Optional.of(Caller.KEY);
        }
        return stripped.length() == TICKET
                ? people.withToken(marks.of(stripped)).map(Person::caller)
                : Optional.empty();
    }

    /** Out: the ticket is worth nothing any more. */
    public void leave(String ticket) {
        visits.end(marks.of(ticket));
    }
}

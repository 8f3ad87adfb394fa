package network.opencharging.cpo.people;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** People are written down, changed and forgotten here, with all that follows from it. */
public final class Roll {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private final PeopleBook people;
    private final VisitBook visits;
    private final Marks marks;
    private final Seals seals;
    private final Clock clock;

    public Roll(PeopleBook people, VisitBook visits, Marks marks, Seals seals, Clock clock) {
        this.people = people;
        this.visits = visits;
        this.marks = marks;
        this.seals = seals;
        this.clock = clock;
    }

    /** All whom a caller may know: of a tenant, those of his tenant. */
    public List<Person> all(Caller caller) {
        return people.all().stream().filter(person -> isFor(caller, person)).toList();
    }

    /** One of those. */
    public Optional<Person> find(Caller caller, String name) {
        return people.find(name).filter(person -> isFor(caller, person));
    }

    /** Whether that name is given to anybody. */
    public boolean isTaken(String name) {
        return people.find(name).isPresent();
    }

    private static boolean isFor(Caller caller, Person person) {
        return caller.isOfTheHouse() || caller.tenant().equals(person.tenant());
    }

    /**
     * Writes one down, new or changed.
     *
     * @param password empty: as it was
     * @throws IllegalArgumentException naming the field
     */
    public Person put(String name, Role role, Optional<String> tenant, Optional<String> password) {
        Optional<Person> before = people.find(name);
        Person after =
                new Person(
                        name,
                        role,
                        tenant,
                        password.map(this::sealed).or(() -> before.flatMap(Person::password)),
                        before.flatMap(Person::token),
                        before.map(Person::since)
                                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        people.put(after);
        password.ifPresent(_ -> visits.endAll(name));
        return after;
    }

    /** Whether that is somebody's password. */
    public boolean isPassword(Person person, String shown) {
        return shown.length() <= LONGEST
                && person.password().filter(seal -> seals.fits(shown, seal)).isPresent();
    }

    /**
     * Gives somebody another password; he has to enter again everywhere.
     *
     * @throws IllegalArgumentException naming the field
     */
    public void password(Person person, String password) {
        people.put(person.sealedWith(sealed(password)));
        visits.endAll(person.name());
    }

    private String sealed(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IllegalArgumentException("password must have 10 to 200 characters");
        }
        return seals.seal(password);
    }

    /** Gives somebody's programs a token; the one before is worth nothing any more. */
    public String token(Person person) {
        String token = marks.fresh();
        people.put(person.markedWith(Optional.of(marks.of(token))));
        return token;
    }

    /** His programs have none any more. */
    public void withoutToken(Person person) {
        people.put(person.markedWith(Optional.empty()));
    }

    /** Forgets somebody; he is out at once. */
    public void remove(Person person) {
        people.remove(person.name());
        visits.endAll(person.name());
    }
}

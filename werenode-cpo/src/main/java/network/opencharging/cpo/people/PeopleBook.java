package network.opencharging.cpo.people;

import java.util.List;
import java.util.Optional;

/** People, kept. */
public interface PeopleBook {
    /** All of them, by name. */
    List<Person> all();

    /** The one of that name. */
    Optional<Person> find(String name);

    /** The one whose token has that mark. */
    Optional<Person> withToken(String mark);

    /** Writes one down, new or changed. */
    void put(Person person);

    /** Forgets one; false when there is none. */
    boolean remove(String name);
}

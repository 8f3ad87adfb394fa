package network.opencharging.node.access;

import network.opencharging.node.platform.TokenVault;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who else may administer the node: given keys and passwords, and removed. */
public final class People {
    private final AccessStore store;
    private final TokenVault vault;
    private final Passwords passwords;
    private final Supplier<String> secrets;
    private final Clock clock;

    People(
            AccessStore store,
            TokenVault vault,
            Passwords passwords,
            Supplier<String> secrets,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.passwords = passwords;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Everybody, by name. */
    public List<Person> all() {
        return store.people();
    }

    /** What is wrong with this as a name; empty when nothing is. */
    public static Optional<String> objectionToName(String name) {
        if (name.equals(Access.ROOT)) {
            return Optional.of(
                    "must be another one: %s has the key that is set beside the database"
                            .formatted(Access.ROOT));
        }
        return Person.isName(name)
                ? Optional.empty()
                : Optional.of("must be 1 to 64 of a-z 0-9 . _ @ - and begin with letter or digit");
    }

    /** What is wrong with this as a password; empty when nothing is. */
    public static Optional<String> objectionToPassword(String password) {
        return Passwords.objection(password);
    }

    /** From now on this is the password of that name; sessions begun before have ended. */
    public Person withPassword(String name, String password, String by) {
        return save(
                new Person(
                        name,
                        store.person(name).flatMap(Person::key),
                        Optional.of(passwords.hash(password)),
                        clock.instant(),
                        by));
    }

    /**
     * A fresh key for that name, in place of the one it had.
     *
     * @return the key itself: shown once, stored nowhere
     */
    public String freshKey(String name, String by) {
        String key = secrets.get();
        save(
                new Person(
                        name,
                        Optional.of(vault.hash(key)),
                        store.person(name).flatMap(Person::password),
                        clock.instant(),
                        by));
        return key;
    }

    /** Nobody of that name comes in any more. */
    public boolean remove(String name) {
        return store.remove(name);
    }

    private Person save(Person person) {
        store.save(person);
        return person;
    }
}

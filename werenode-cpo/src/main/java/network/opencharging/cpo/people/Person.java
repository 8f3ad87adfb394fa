package network.opencharging.cpo.people;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody, or a program, that may look or act.
 *
 * @param name 2 to 64 small letters, digits and {@code . _ @ -}
 * @param role what he may do
 * @param tenant to whose things he is limited; empty: to none
 * @param password its seal; empty: he cannot enter with one
 * @param token the mark of the token of his programs; empty: he has none
 * @param since when he was written down
 */
public record Person(
        String name,
        Role role,
        Optional<String> tenant,
        Optional<String> password,
        Optional<String> token,
        Instant since) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9._-]{1,35}");

    /**
     * Checks the forms.
     *
     * @throws IllegalArgumentException naming the field
     */
    public Person {
        if (!NAME.matcher(name).matches() || name.equals(Caller.KEY.name())) {
            throw new IllegalArgumentException(
                    "name must be 2 to 64 small letters, digits and . _ @ -, and not key");
        }
        tenant.ifPresent(Person::checkTenant);
    }

    /**
     * Checks the form of a tenant's name.
     *
     * @throws IllegalArgumentException naming the field
     */
    public static void checkTenant(String tenant) {
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException(
                    "tenant must be 2 to 36 small letters, digits and . _ -");
        }
    }

    /** As he asks. */
    public Caller caller() {
        return new Caller(name, role, tenant);
    }

    /** With another password. */
    public Person sealedWith(String seal) {
        return new Person(name, role, tenant, Optional.of(seal), token, since);
    }

    /** With another token, or none. */
    public Person markedWith(Optional<String> mark) {
        return new Person(name, role, tenant, password, mark, since);
    }

    /** Never with his secrets. */
    @Override
    public String toString() {
        return "Person[" + caller().line() + "]";
    }
}

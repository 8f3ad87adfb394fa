package network.opencharging.cpo.people;

/** What is kept of people's passwords: slow on purpose, as people choose bad ones. */
public interface Seals {
    /** What is kept. */
    String seal(String password);

    /** Whether this is the password of that seal. */
    boolean fits(String password, String seal);
}

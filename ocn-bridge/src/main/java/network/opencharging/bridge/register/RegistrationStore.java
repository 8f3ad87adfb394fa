package network.opencharging.bridge.register;

/** Where the registration is kept, encrypted. */
public interface RegistrationStore {

    /** The registration as it was last saved; none when there is none. */
    Registration load();

    /** Keeps it in place of the one before. */
    void save(Registration registration);
}

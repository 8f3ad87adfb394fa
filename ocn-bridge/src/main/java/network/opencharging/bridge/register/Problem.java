package network.opencharging.bridge.register;

/** Why a registration did not come about. */
public sealed interface Problem {
    /** A sentence that says what is wrong and what to do. */
    String sentence();

    /** The registry does not say what it must. */
    record NotListed(String sentence) implements Problem {}

    /** The hub did not answer as OCPI wants it. */
    record HubUnusable(String sentence) implements Problem {}

    /** There is no registration that could be changed or ended. */
    record NotRegistered() implements Problem {
        @Override
        public String sentence() {
            return "This bridge is not registered with a hub: register first.";
        }
    }
}

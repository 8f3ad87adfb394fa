package network.opencharging.cpo.device;

/** What a device said to an order; what then really happens comes as {@link DeviceEvent}s. */
public sealed interface Outcome {

    /** It will do so. */
    record Done() implements Outcome {}

    /**
     * It will not.
     *
     * @param why in its own words
     */
    record Declined(String why) implements Outcome {}

    /** It cannot do this at all. */
    record NotSupported() implements Outcome {}

    /** It is not connected; nothing was sent. */
    record Unreachable() implements Outcome {}

    /** It did not answer in time; it may do so or not. */
    record Unanswered() implements Outcome {}
}

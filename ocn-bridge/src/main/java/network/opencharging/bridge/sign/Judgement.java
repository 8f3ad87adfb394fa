package network.opencharging.bridge.sign;

import network.opencharging.protocol.key.Address;

import java.util.List;
import java.util.Optional;

/** What the check of a signature has found. */
public sealed interface Judgement {

    /** What speaks against believing the message, in a sentence; empty when nothing does. */
    default Optional<String> objection() {
        return this instanceof Bad(String sentence) ? Optional.of(sentence) : Optional.empty();
    }

    /**
     * Signed by who may sign for the party, and changed on the way by nobody but the operators of
     * the two.
     *
     * @param author who signed what the party said
     * @param changedBy who signed a change on the way, first change first
     */
    record Good(Address author, List<Address> changedBy) implements Judgement {
        /** Keeps the list from changing. */
        public Good {
            changedBy = List.copyOf(changedBy);
        }
    }

    /**
     * Not to be believed.
     *
     * @param sentence why
     */
    record Bad(String sentence) implements Judgement {}

    /** There is no signature, and none is demanded. */
    record Unsigned() implements Judgement {}

    /** Nobody looked: there was nothing to look at, or signatures are not wanted here. */
    record NotChecked() implements Judgement {}
}

package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Address;

import java.util.List;
import java.util.stream.Stream;

/** What came out of checking an OCN signature against a message. */
public sealed interface Verification {

    /**
     * The signature speaks about the whole message, and the signatory made it.
     *
     * <p>Whether the signatory may speak for the sending party is not said here: compare {@link
     * #signatories()} with the registry.
     *
     * @param signatory who signed the message as it stands
     * @param numbers how numbers were written when it was signed
     * @param earlier what was signed before somebody changed it, newest first
     */
    record Valid(Address signatory, NumberText numbers, List<Earlier> earlier)
            implements Verification {
        /** Who signed first: the party itself, when everything is in order. */
        public Address originator() {
            return earlier.isEmpty() ? signatory : earlier.getLast().signatory();
        }

        /** Everybody who signed: the present signatory, then the earlier ones, newest first. */
        public List<Address> signatories() {
            return Stream.concat(Stream.of(signatory), earlier.stream().map(Earlier::signatory))
                    .toList();
        }
    }

    /**
     * A state of the message before a change, signed as it was then.
     *
     * @param signatory who signed it
     * @param numbers how numbers were written then
     * @param originals what was changed afterwards, as it was then, by the paths
     */
    record Earlier(Address signatory, NumberText numbers, Json.Obj originals) {}

    /**
     * The signature must not be trusted.
     *
     * @param flaw why
     */
    record Refused(Flaw flaw) implements Verification {}
}

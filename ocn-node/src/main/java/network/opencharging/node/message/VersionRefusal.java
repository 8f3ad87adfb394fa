package network.opencharging.node.message;

import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Versions;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;

import java.util.List;

/** Sender, node and receiver do not speak the same version of OCPI. */
public sealed interface VersionRefusal extends Refusal {
    /**
     * The message is in a version that this node does not pass on.
     *
     * @param version as it was named
     * @param spoken those that it does
     */
    record VersionUnknown(String version, Versions spoken) implements VersionRefusal {}

    /**
     * The receiver does not take messages of the sender's version, and the node has no other words
     * for what they say.
     *
     * @param receiver whom
     * @param version in which the message is
     * @param spoken what the receiver takes, as far as it is known
     */
    record VersionNotSpoken(PartyId receiver, OcpiVersion version, List<OcpiVersion> spoken)
            implements VersionRefusal {
        /** Takes its own copy. */
        public VersionNotSpoken {
            spoken = List.copyOf(spoken);
        }
    }

    /**
     * The receiver speaks an older version, which has no words for the message; or the sender does,
     * and the message lacks what 2.2.1 needs.
     *
     * @param status its code
     * @param sentence what cannot be said, and what to do
     */
    record Unsayable(OcpiStatus status, String sentence) implements VersionRefusal {}
}

package network.opencharging.bridge.complaint;

import network.opencharging.protocol.party.PartyId;

import java.util.List;

/**
 * Something that went wrong with one object.
 *
 * @param kind whose fault it is
 * @param about between whom, and which object
 * @param object the object as it was given, JSON; empty when there is none
 * @param faults what is wrong: each fault with its path, or one sentence
 */
public record Complaint(Kind kind, About about, String object, List<String> faults) {
    /** Keeps the faults from changing. */
    public Complaint {
        faults = List.copyOf(faults);
    }

    /** Whose fault it is. */
    public enum Kind {
        /** The backoffice gave an object that OCPI does not allow; no partner has got it. */
        OWN_INVALID,
        /** The backoffice threw; the partner was told 3000. */
        BACKOFFICE_FAILED,
        /** The backoffice did not answer in time; the partner was told 3000. */
        BACKOFFICE_LATE,
        /** A partner sent what could not be taken; he was told why. */
        PARTNER_REFUSED
    }

    /**
     * Between whom, and which object.
     *
     * @param from the party that asked or sent
     * @param to the party that was asked
     * @param module such as {@code sessions}
     * @param object such as {@code NL/BOB/S1}, or the path that was asked for
     */
    public record About(PartyId from, PartyId to, String module, String object) {}
}

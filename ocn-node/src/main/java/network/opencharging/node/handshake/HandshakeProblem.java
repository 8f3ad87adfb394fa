package network.opencharging.node.handshake;

import network.opencharging.node.platform.PartyRole;
import network.opencharging.protocol.party.PartyId;

import java.util.List;

/** Why a handshake did not come about. What is answered is decided where it is answered. */
public sealed interface HandshakeProblem {
    /** What is wrong and what to do, for the people who run the other side. */
    String sentence();

    /**
     * The other side's versions, details or credentials could not be used.
     *
     * @param what what was asked, and what came
     */
    record ApiUnusable(String what) implements HandshakeProblem {
        @Override
        public String sentence() {
            return what;
        }
    }

    /**
     * The other side speaks none of our versions.
     *
     * @param ours for sentences
     * @param offered the versions it lists
     */
    record NoCommonVersion(String ours, List<String> offered) implements HandshakeProblem {
        /** Takes its own copy. */
        public NoCommonVersion {
            offered = List.copyOf(offered);
        }

        @Override
        public String sentence() {
            return "No common version: this node speaks %s, your versions list has ".formatted(ours)
                    + (offered.isEmpty() ? "none" : String.join(", ", offered))
                    + ".";
        }
    }

    /**
     * The other side's version details lack what is needed.
     *
     * @param what which endpoint
     */
    record EndpointsMissing(String what) implements HandshakeProblem {
        @Override
        public String sentence() {
            return "Your version details list " + what + ".";
        }
    }

    /**
     * A role cannot be taken at its word: the registry says something else.
     *
     * @param party whose role
     * @param finding what the registry says and what to do
     */
    record NotListedHere(PartyId party, String finding) implements HandshakeProblem {
        @Override
        public String sentence() {
            return "roles: " + finding;
        }
    }

    /** The registry has not been read yet, so no role can be checked. */
    record RegistryUnread() implements HandshakeProblem {
        @Override
        public String sentence() {
            return "This node has not read the registry yet and cannot check roles: try again"
                    + " later.";
        }
    }

    /**
     * Another platform already speaks for the party in this role.
     *
     * @param role which
     */
    record RoleTaken(PartyRole role) implements HandshakeProblem {
        @Override
        public String sentence() {
            return "roles: "
                    + role
                    + " is already connected on another platform, which must end its registration"
                    + " first.";
        }
    }

    /**
     * The token was issued for other parties.
     *
     * @param party who is not among them
     */
    record NotInvited(PartyId party) implements HandshakeProblem {
        @Override
        public String sentence() {
            return "roles: this token was not issued for " + party + ".";
        }
    }

    /** Somebody else changed the same registration in the meantime; nothing was changed here. */
    record Overtaken() implements HandshakeProblem {
        @Override
        public String sentence() {
            return "The registration was changed by another request at the same time; this one"
                    + " changed nothing.";
        }
    }
}

package network.opencharging.node.rules;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** Port: the rules that parties have set for what reaches them. Answers from memory. */
public interface RuleBook {

    /**
     * Why {@code sender} may not reach {@code receiver} about {@code module}; empty when it may.
     */
    Optional<String> objection(PartyId sender, PartyId receiver, ModuleId module);

    /** Whether this party takes only what is signed. */
    boolean demandsSignature(PartyId party);

    /** Whether the two may know of each other at all. */
    boolean mayMeet(PartyId one, PartyId other);

    /** Everybody may talk to everybody, and nobody demands signatures. */
    static RuleBook open() {
        return new RuleBook() {
            @Override
            public Optional<String> objection(PartyId sender, PartyId receiver, ModuleId module) {
                return Optional.empty();
            }

            @Override
            public boolean demandsSignature(PartyId party) {
                return false;
            }

            @Override
            public boolean mayMeet(PartyId one, PartyId other) {
                return true;
            }
        };
    }
}

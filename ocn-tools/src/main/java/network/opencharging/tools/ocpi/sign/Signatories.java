package network.opencharging.tools.ocpi.sign;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;

import java.util.Map;
import java.util.Set;

/** Whose signature counts for a party, as the registry says or as a test expects. */
public interface Signatories {

    /** True for the address of the party and for that of the operator of its node. */
    boolean maySign(Address signer, PartyId party);

    /** True for the address of an operator, who may declare a change on the way. */
    boolean mayRewrite(Address signer);

    /**
     * A fixed table.
     *
     * @param byParty the addresses that may sign for a party
     * @param operators the addresses that may rewrite
     */
    static Signatories of(Map<PartyId, Set<Address>> byParty, Set<Address> operators) {
        Map<PartyId, Set<Address>> known = Map.copyOf(byParty);
        Set<Address> rewriters = Set.copyOf(operators);
        return new Signatories() {
            @Override
            public boolean maySign(Address signer, PartyId party) {
                return known.getOrDefault(party, Set.of()).contains(signer);
            }

            @Override
            public boolean mayRewrite(Address signer) {
                return rewriters.contains(signer);
            }
        };
    }
}

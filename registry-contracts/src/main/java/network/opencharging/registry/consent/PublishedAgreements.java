package network.opencharging.registry.consent;

import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.contract.Offer;
import network.opencharging.registry.contract.PublishedPermissions;
import network.opencharging.registry.directory.Party;

import java.util.ArrayList;
import java.util.List;

/** Agreements of the first published contract, which count for whatever the service asks for. */
public final class PublishedAgreements implements Agreements {
    private final PublishedPermissions contract;

    /** Those of this contract. */
    public PublishedAgreements(PublishedPermissions contract) {
        this.contract = contract;
    }

    @Override
    public Reading begin() {
        return this::of;
    }

    private List<Consent> of(Party user) throws RpcException {
        List<Consent> consents = new ArrayList<>();
        for (Offer offer : contract.agreed(user.id())) {
            consents.add(new Consent(offer.party().orElseThrow(), offer.permissions()));
        }
        return consents;
    }
}

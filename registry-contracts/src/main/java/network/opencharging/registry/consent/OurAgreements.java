package network.opencharging.registry.consent;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.contract.Agreement;
import network.opencharging.registry.contract.Offer;
import network.opencharging.registry.contract.Permission;
import network.opencharging.registry.contract.PermissionsContract;
import network.opencharging.registry.directory.Party;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Agreements of this project's contract: what was agreed to and is still asked for. */
public final class OurAgreements implements Agreements {
    private final PermissionsContract contract;

    /** Those of this contract. */
    public OurAgreements(PermissionsContract contract) {
        this.contract = contract;
    }

    @Override
    public Reading begin() throws RpcException {
        Map<Address, Offer> offers =
                contract.services().stream()
                        .filter(offer -> offer.offered() && offer.party().isPresent())
                        .collect(Collectors.toMap(Offer::provider, Function.identity()));
        return user -> offers.isEmpty() ? List.of() : of(user, offers);
    }

    private List<Consent> of(Party user, Map<Address, Offer> offers) throws RpcException {
        List<Consent> consents = new ArrayList<>();
        for (Agreement agreement : contract.agreements(user.address())) {
            Offer offer = offers.get(agreement.provider());
            if (agreement.live() && offer != null) {
                consents.add(
                        new Consent(
                                offer.party().orElseThrow(),
                                both(agreement.permissions(), offer.permissions())));
            }
        }
        return consents;
    }

    private static Set<Permission> both(Set<Permission> agreed, Set<Permission> asked) {
        Set<Permission> both = EnumSet.noneOf(Permission.class);
        both.addAll(agreed);
        both.retainAll(asked);
        return both;
    }
}

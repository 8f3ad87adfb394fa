package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.contract.Offer;
import network.opencharging.registry.contract.PublishedCalls;
import network.opencharging.registry.contract.PublishedPermissions;
import network.opencharging.registry.contract.PublishedWrite;
import network.opencharging.registry.contract.ServiceWish;
import network.opencharging.registry.listing.Wish;
import network.opencharging.tools.terminal.Failure;

/** Wishes as the published contracts take them. */
final class PublishedForms {
    private PublishedForms() {}

    /** What {@link Possible} has let through. */
    static Deed deed(Address registry, Wish wish) {
        PublishedCalls calls = new PublishedCalls(registry);
        PublishedWrite write =
                switch (wish) {
                    case Wish.SetNode w -> calls.setNode(w.url());
                    case Wish.DeleteNode _ -> calls.deleteNode();
                    case Wish.SetParty w -> calls.setParty(w.id(), w.roles(), w.operator());
                    case Wish.SetModules w -> calls.setModules(w.modules());
                    case Wish.DeleteParty _ -> calls.deleteParty();
                    case Wish.AdmitParty _, Wish.DismissParty _, Wish.SetProfile _ ->
                            throw new IllegalStateException("no published registry has " + wish);
                };
        return new PublishedDeed(write, wish::words);
    }

    /** A wish about services, for the first published contract of them. */
    static Deed deed(Rpc rpc, Address permissions, ServiceWish wish) throws RpcException {
        if (wish instanceof ServiceWish.CreateAgreement agreement) {
            requireNamed(agreement, new PublishedPermissions(rpc, permissions));
        }
        return new PublishedDeed(
                new PublishedCalls(permissions).service(wish),
                author -> ServiceDeed.words(wish, author) + hint(wish));
    }

    /** There an agreement covers what the service asks for, whatever that is: it is looked up. */
    private static void requireNamed(
            ServiceWish.CreateAgreement wish, PublishedPermissions contract) throws RpcException {
        Offer offer =
                contract.services().stream()
                        .filter(service -> service.provider().equals(wish.provider()))
                        .findFirst()
                        .orElseThrow(() ->
                                Failure.failed(
                                        "%s offers no service: see  ocn service list"
                                                .formatted(wish.provider())));
        if (!offer.permissions().equals(wish.permissions())) {
            throw Failure.failed(
                    "The service of %s asks for %s, and on this registry an agreement covers all of it: name exactly these with --permission."
                            .formatted(
                                    wish.provider(),
                                    offer.permissions().stream().sorted().toList()));
        }
    }

    private static String hint(ServiceWish wish) {
        return wish instanceof ServiceWish.CreateAgreement
                ? " (on this registry also what it asks for later)"
                : "";
    }
}

package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;

import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes2;
import org.web3j.abi.datatypes.generated.Bytes3;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;

import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What can be written to a published contract; which generation has which is said at each. */
public final class PublishedCalls {
    private final Address contract;

    /** Writes to this contract. */
    public PublishedCalls(Address contract) {
        this.contract = contract;
    }

    /** First and second registry: the author's node is here. */
    public PublishedWrite setNode(URI url) {
        return asAuthor("setNode", new Utf8String(url.toString()));
    }

    /** First and second registry: the author has no node any more. */
    public PublishedWrite deleteNode() {
        return asAuthor("deleteNode");
    }

    /** First registry: the author is this party, at this operator. */
    public PublishedWrite setParty(PartyId id, Set<Role> roles, Address operator) {
        return asAuthor(
                "setParty", country(id), party(id), bytes(Encoding.ordinals(roles)), of(operator));
    }

    /**
     * Second registry: the owner of these certificates is this party, at this operator.
     *
     * @param certificates one for each role
     * @param name what it calls itself
     * @param url where it is found on the web
     */
    public PublishedWrite setParty(
            PartyId id,
            List<RoleCertificate> certificates,
            Address operator,
            String name,
            String url) {
        List<RoleDetails> details = certificates.stream().map(RoleCertificate::details).toList();
        return asAuthor(
                "setParty",
                country(id),
                party(id),
                new DynamicArray<>(RoleDetails.class, details),
                of(operator),
                new Utf8String(name),
                new Utf8String(url));
    }

    /** First registry: the author offers these modules. */
    public PublishedWrite setModules(Modules modules) {
        return asAuthor(
                "setPartyModules",
                bytes(Encoding.moduleOrdinals(modules.sender())),
                bytes(Encoding.moduleOrdinals(modules.receiver())));
    }

    /** First and second registry: the author is no party any more. */
    public PublishedWrite deleteParty() {
        return asAuthor("deleteParty");
    }

    /** The first registry's contract of services and agreements. */
    public PublishedWrite service(ServiceWish wish) {
        return switch (wish) {
            case ServiceWish.MakeOffer w ->
                    new PublishedWrite(
                            contract,
                            "setService",
                            false,
                            List.of(
                                    new Utf8String(w.name()),
                                    new Utf8String(w.url()),
                                    new DynamicArray<>(
                                            Uint256.class,
                                            Permission.numbers(w.permissions()).stream()
                                                    .map(Uint256::new)
                                                    .toList())));
            case ServiceWish.EndOffer _ -> asAuthor("deleteService");
            case ServiceWish.CreateAgreement w ->
                    new PublishedWrite(
                            contract, "createAgreement", false, List.of(of(w.provider())));
            case ServiceWish.RevokeAgreement w ->
                    new PublishedWrite(
                            contract, "revokeAgreement", false, List.of(of(w.provider())));
        };
    }

    private PublishedWrite asAuthor(String function, Type<?>... arguments) {
        return new PublishedWrite(contract, function, true, List.of(arguments));
    }

    private static Bytes2 country(PartyId id) {
        return new Bytes2(Encoding.country(id));
    }

    private static Bytes3 party(PartyId id) {
        return new Bytes3(Encoding.party(id));
    }

    private static org.web3j.abi.datatypes.Address of(Address account) {
        return new org.web3j.abi.datatypes.Address(account.lowerCase());
    }

    private static DynamicArray<Uint8> bytes(List<BigInteger> ordinals) {
        return new DynamicArray<>(Uint8.class, ordinals.stream().map(Uint8::new).toList());
    }
}

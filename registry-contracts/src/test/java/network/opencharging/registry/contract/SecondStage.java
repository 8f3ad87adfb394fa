package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.published.SecondIssuer;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;

import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The second published registry with its verifier and one issuer that counts there.
 *
 * @param registry the registry
 * @param issuer whose certificates count
 */
record SecondStage(OnChain net, RegistryReader registry, SecondIssuer issuer) {
    private static final PrivateKey ISSUER_KEY = Cast.key(77);

    static SecondStage open(OnChain net) throws IOException {
        Address verifier = Stage.deploy(net, "SecondVerifier");
        Address address = Stage.deploy(net, "SecondPublished", Address.ZERO, verifier);
        SecondStage stage =
                new SecondStage(
                        net,
                        PublishedRegistry.second(net.rpc(), address),
                        issuer(net, verifier, ISSUER_KEY));
        stage.admin("setVerifier", account(ISSUER_KEY.address()));
        return stage;
    }

    /** The stage of a registry that was opened before. */
    static SecondStage of(OnChain net, RegistryReader registry) throws IOException {
        String asked =
                FunctionEncoder.encode(new Function("certificateVerifier", List.of(), List.of()));
        String said = net.rpc().call(registry.address(), asked, net.rpc().latest().number());
        Address verifier = new Address("0x" + said.substring(said.length() - 40));
        return new SecondStage(net, registry, issuer(net, verifier, ISSUER_KEY));
    }

    private static SecondIssuer issuer(OnChain net, Address verifier, PrivateKey key) {
        return new SecondIssuer(key, net.rpc().chain().chainId(), verifier);
    }

    /** Somebody else who gives out certificates. */
    SecondStage issuedBy(PrivateKey key) {
        return new SecondStage(net, registry, issuer(net, issuer.verifier(), key));
    }

    /** Has the registry's admin, who has put it on the chain, do something. */
    void admin(String function, Type<?>... arguments) throws IOException {
        Stage.send(net, registry, Cast.AUTHORITY_KEY, function, arguments);
    }

    /** From now on a role is given only to who is on this list, and it is empty. */
    Address demandEntry(Role role) throws IOException {
        Address oracle = Stage.deploy(net, "SecondOracle");
        admin(
                "setProviderOracle",
                new Uint8(Generation.SECOND.roles().indexOf(role)),
                account(oracle));
        return oracle;
    }

    /** Enters a provider into such a list. */
    void enter(Address oracle, String identifier) throws IOException {
        Stage.send(
                net,
                PublishedRegistry.second(net.rpc(), oracle),
                Cast.AUTHORITY_KEY,
                "addProvider",
                new DynamicStruct(new Utf8String("Alice"), new Utf8String(identifier)));
    }

    /** A certificate as the issuer gives it. */
    RoleCertificate certificate(PrivateKey owner, PartyId id, Role role) {
        String identifier = id.countryCode() + " " + id.partyId();
        boolean emsp = role == Role.EMSP;
        SecondIssuer.Market market = new SecondIssuer.Market("m", "l", "b", "DE1");
        Signature signature =
                emsp
                        ? issuer.sign(identifier, "Alice", owner.address(), market)
                        : issuer.sign(identifier, "Alice", owner.address());
        return new RoleCertificate(
                role,
                new RoleCertificate.Holder(identifier, "Alice", owner.address()),
                emsp
                        ? Optional.of(new RoleCertificate.Market("m", "l", "b", Optional.of("DE1")))
                        : Optional.empty(),
                signature);
    }

    private static org.web3j.abi.datatypes.Address account(Address address) {
        return new org.web3j.abi.datatypes.Address(address.lowerCase());
    }
}

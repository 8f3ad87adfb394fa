package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.generated.OcnRegistry;

import org.web3j.protocol.core.RemoteFunctionCall;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The registry's writes as calls to be sent: by their author, or signed by their author and sent by
 * anybody.
 */
public final class RegistryCalls {
    private final Address registry;
    private final OcnRegistry wrapper;

    /** Calls to this registry. */
    public RegistryCalls(RegistryContract registry) {
        this.registry = registry.address();
        this.wrapper = RegistryContract.wrapper(registry.rpc(), registry.address());
    }

    /** The sender's node is here. */
    public Call setNode(URI url) {
        return call(wrapper.setNode(url.toString()));
    }

    /** The sender has no node any more. */
    public Call deleteNode() {
        return call(wrapper.deleteNode());
    }

    /** The sender's node carries this party. */
    public Call admitParty(Address party, PartyId id) {
        return call(
                wrapper.admitParty(party.lowerCase(), Encoding.country(id), Encoding.party(id)));
    }

    /** The sender's node no longer carries these parties. */
    public Call dismissParties(List<Address> parties) {
        return call(wrapper.dismissParties(parties.stream().map(Address::lowerCase).toList()));
    }

    /** The sender is this party, at this operator. */
    public Call setParty(PartyId id, Set<Role> roles, Address operator) {
        return call(
                wrapper.setParty(
                        Encoding.country(id),
                        Encoding.party(id),
                        Encoding.ordinals(roles),
                        operator.lowerCase()));
    }

    /** The sender offers these modules. */
    public Call setPartyModules(Modules modules) {
        return call(
                wrapper.setPartyModules(
                        Encoding.moduleOrdinals(modules.sender()),
                        Encoding.moduleOrdinals(modules.receiver())));
    }

    /** The sender calls itself so. */
    public Call setPartyProfile(String name, String url) {
        return call(wrapper.setPartyProfile(name, url));
    }

    /** The sender is no party any more. */
    public Call deleteParty() {
        return call(wrapper.deleteParty());
    }

    /** {@link #setNode} for this operator. */
    public Call setNodeSigned(Address operator, URI url, Instant deadline, String signature) {
        return call(
                wrapper.setNodeSigned(
                        operator.lowerCase(), url.toString(), seconds(deadline), bytes(signature)));
    }

    /** {@link #deleteNode} for this operator. */
    public Call deleteNodeSigned(Address operator, Instant deadline, String signature) {
        return call(
                wrapper.deleteNodeSigned(
                        operator.lowerCase(), seconds(deadline), bytes(signature)));
    }

    /** {@link #admitParty} for this operator. */
    public Call admitPartySigned(
            Address operator, Address party, PartyId id, Instant deadline, String signature) {
        return call(
                wrapper.admitPartySigned(
                        operator.lowerCase(),
                        party.lowerCase(),
                        Encoding.country(id),
                        Encoding.party(id),
                        seconds(deadline),
                        bytes(signature)));
    }

    /** {@link #dismissParties} for this operator and one party. */
    public Call dismissPartySigned(
            Address operator, Address party, Instant deadline, String signature) {
        return call(
                wrapper.dismissPartySigned(
                        operator.lowerCase(),
                        party.lowerCase(),
                        seconds(deadline),
                        bytes(signature)));
    }

    /** {@link #setParty} for this account. */
    public Call setPartySigned(
            Address party,
            PartyId id,
            Set<Role> roles,
            Address operator,
            Instant deadline,
            String signature) {
        return call(
                wrapper.setPartySigned(
                        party.lowerCase(),
                        Encoding.country(id),
                        Encoding.party(id),
                        Encoding.ordinals(roles),
                        operator.lowerCase(),
                        seconds(deadline),
                        bytes(signature)));
    }

    /** {@link #setPartyModules} for this account. */
    public Call setPartyModulesSigned(
            Address party, Modules modules, Instant deadline, String signature) {
        return call(
                wrapper.setPartyModulesSigned(
                        party.lowerCase(),
                        Encoding.moduleOrdinals(modules.sender()),
                        Encoding.moduleOrdinals(modules.receiver()),
                        seconds(deadline),
                        bytes(signature)));
    }

    /** {@link #setPartyProfile} for this account. */
    public Call setPartyProfileSigned(
            Address party, String name, String url, Instant deadline, String signature) {
        return call(
                wrapper.setPartyProfileSigned(
                        party.lowerCase(), name, url, seconds(deadline), bytes(signature)));
    }

    /** {@link #deleteParty} for this account. */
    public Call deletePartySigned(Address party, Instant deadline, String signature) {
        return call(
                wrapper.deletePartySigned(party.lowerCase(), seconds(deadline), bytes(signature)));
    }

    private Call call(RemoteFunctionCall<?> function) {
        return Call.of(registry, function.encodeFunctionCall());
    }

    private static BigInteger seconds(Instant time) {
        return BigInteger.valueOf(time.getEpochSecond());
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex.substring(2));
    }
}

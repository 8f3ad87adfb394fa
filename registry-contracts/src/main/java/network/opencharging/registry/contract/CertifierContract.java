package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Curve;
import network.opencharging.protocol.key.Digest;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.chain.rpc.Block;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.rpc.RpcRefused;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.generated.OcnCertifier;

import org.web3j.abi.datatypes.Type;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Certificates, proofs of domains, and who may vouch for what. */
public final class CertifierContract {
    private static final long NARROWEST = 1_000;

    private final Rpc rpc;
    private final Address address;
    private final OcnCertifier wrapper;

    /** The contract at this address. */
    public CertifierContract(Rpc rpc, Address address) {
        this.rpc = rpc;
        this.address = address;
        this.wrapper =
                OcnCertifier.load(
                        address.lowerCase(),
                        rpc.web3j(),
                        new ReadonlyTransactionManager(rpc.web3j(), Address.ZERO.lowerCase()),
                        new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));
    }

    /** Where it is. */
    public Address address() {
        return address;
    }

    /** The roles that this account holds certificates for, as this party, now. */
    public Set<Role> certified(Address holder, PartyId party) throws RpcException {
        return Encoding.roles(
                number(
                        wrapper.certifiedRolesOf(
                                holder.lowerCase(),
                                Encoding.country(party),
                                Encoding.party(party))));
    }

    /** The roles that need a certificate. */
    public Set<Role> demanded() throws RpcException {
        return Encoding.roles(number(wrapper.certifiedRoles()));
    }

    /** Whether domains need a proof. */
    public boolean demandsDomains() throws RpcException {
        return (boolean) first(wrapper.domainsProved());
    }

    /**
     * Whether this signature says, by the operator itself, that this domain is its own.
     *
     * @param domain to the letter as it is, or will be, listed
     */
    public boolean answersChallenge(Address operator, String domain, String signature)
            throws RpcException {
        byte[] challenge = (byte[]) first(wrapper.domainChallenge(operator.lowerCase(), domain));
        return Signature.parse(signature)
                .flatMap(parsed -> Curve.fastest().recover(Digest.of(challenge), parsed))
                .filter(operator::equals)
                .isPresent();
    }

    /**
     * Everything that was presented from this block on, and how it stands now.
     *
     * @param from the first block to look at; what was said to issuers before it is not known
     */
    public List<Presented> presented(long from) throws RpcException {
        Block head = rpc.latest();
        CertifierLog said = new CertifierLog();
        long next = from;
        long width = Math.max(NARROWEST, head.number() - from + 1);
        while (next <= head.number()) {
            Optional<List<Log>> part = logs(next, Math.min(head.number(), next + width - 1), width);
            if (part.isEmpty()) {
                width = width / 2;
            } else {
                part.get().forEach(said::take);
                next = next + width;
            }
        }
        return said.at(head.at());
    }

    /** The logs of this range, or empty when the chain's node would rather be asked for fewer. */
    private Optional<List<Log>> logs(long first, long last, long width) throws RpcException {
        try {
            return Optional.of(rpc.logs(address, first, last));
        } catch (RpcRefused e) {
            if (width <= NARROWEST) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** What an issuer signs, and an operator to a challenge. */
    public CertifierMessages messages() {
        return new CertifierMessages(rpc.chain().chainId(), address);
    }

    /** Presents what an issuer has signed; anybody may send it. */
    public Call present(Vouching vouching, String signature) {
        return switch (vouching) {
            case Vouching.Certificate c ->
                    call(
                            wrapper.presentCertificate(
                                    new OcnCertifier.Certificate(
                                            c.holder().lowerCase(),
                                            Encoding.country(c.party()),
                                            Encoding.party(c.party()),
                                            Encoding.ordinals(c.roles()),
                                            from(c),
                                            until(c),
                                            c.term().serial()),
                                    bytes(signature)));
            case Vouching.DomainProof p ->
                    call(
                            wrapper.presentDomainProof(
                                    new OcnCertifier.DomainProof(
                                            p.operator().lowerCase(),
                                            p.domain(),
                                            from(p),
                                            until(p),
                                            p.term().serial()),
                                    bytes(signature)));
        };
    }

    /** The sender takes back what it gave out under this number. */
    public Call revoke(BigInteger serial) {
        return call(wrapper.revoke(serial));
    }

    /** An issuer has signed that it takes this back; anybody may send it. */
    public Call revokeSigned(Address issuer, BigInteger serial, String signature) {
        return call(wrapper.revokeSigned(issuer.lowerCase(), serial, bytes(signature)));
    }

    /** The owner says what an issuer may vouch for. */
    public Call setIssuer(Address issuer, Set<Role> roles, boolean domains) {
        return call(wrapper.setIssuer(issuer.lowerCase(), Encoding.ordinals(roles), domains));
    }

    /** The owner says what must be proved. */
    public Call setDemands(Set<Role> roles, boolean domains) {
        return call(wrapper.setDemands(Encoding.ordinals(roles), domains));
    }

    private Call call(RemoteFunctionCall<?> function) {
        return Call.of(address, function.encodeFunctionCall());
    }

    private BigInteger number(RemoteFunctionCall<?> question) throws RpcException {
        return (BigInteger) first(question);
    }

    private Object first(RemoteFunctionCall<?> question) throws RpcException {
        List<?> values =
                question.decodeFunctionResponse(
                        rpc.call(Address.ZERO, address, question.encodeFunctionCall()));
        if (values.isEmpty()) {
            throw new NotARegistry(address);
        }
        return ((Type<?>) values.getFirst()).getValue();
    }

    private static BigInteger from(Vouching vouching) {
        return BigInteger.valueOf(vouching.term().from().getEpochSecond());
    }

    private static BigInteger until(Vouching vouching) {
        return BigInteger.valueOf(vouching.term().until().getEpochSecond());
    }

    private static byte[] bytes(String signature) {
        return HexFormat.of().parseHex(signature, 2, signature.length());
    }

    /** What creates such a contract that belongs to this owner. */
    public static String creation(Address owner) {
        return "0x"
                + OcnCertifier.BINARY
                + org.web3j.abi.FunctionEncoder.encodeConstructor(
                        List.of(new org.web3j.abi.datatypes.Address(owner.lowerCase())));
    }
}

package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.TypedMessages.Member;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;

/**
 * What is signed (EIP-712) for a certifier: certificates, proofs of domains and revocations by
 * their issuer, and by an operator that a domain is its own. Good on one chain for one contract.
 */
public final class CertifierMessages {
    private final TypedMessages messages;

    /** Messages for the certifier at this address of this chain. */
    CertifierMessages(long chainId, Address certifier) {
        this.messages = new TypedMessages("OCN Certifier", "1", chainId, certifier);
    }

    /** What an issuer signs for {@link CertifierContract#present}. */
    public String vouching(Vouching vouching) {
        return switch (vouching) {
            case Vouching.Certificate c ->
                    messages.message(
                            "Certificate",
                            List.of(
                                    account("holder", c.holder()),
                                    new Member("bytes2", "countryCode", country(c)),
                                    new Member("bytes3", "partyId", party(c)),
                                    new Member("uint8[]", "roles", Encoding.ordinals(c.roles())),
                                    from(c),
                                    until(c),
                                    serial(c.term().serial())));
            case Vouching.DomainProof p ->
                    messages.message(
                            "DomainProof",
                            List.of(
                                    account("operator", p.operator()),
                                    new Member("string", "domain", p.domain()),
                                    from(p),
                                    until(p),
                                    serial(p.term().serial())));
        };
    }

    /** What an issuer signs for {@link CertifierContract#revokeSigned}. */
    public String revocation(Address issuer, BigInteger serial) {
        return messages.message("Revocation", List.of(account("issuer", issuer), serial(serial)));
    }

    /** What an operator signs and serves under its domain. */
    public String challenge(Address operator, String domain) {
        return messages.message(
                "DomainChallenge",
                List.of(account("operator", operator), new Member("string", "domain", domain)));
    }

    private static Member account(String name, Address account) {
        return new Member("address", name, account.lowerCase());
    }

    private static Member from(Vouching vouching) {
        return new Member("uint40", "validFrom", vouching.term().from().getEpochSecond());
    }

    private static Member until(Vouching vouching) {
        return new Member("uint40", "validUntil", vouching.term().until().getEpochSecond());
    }

    private static Member serial(BigInteger serial) {
        return new Member("uint256", "serial", serial);
    }

    private static String country(Vouching.Certificate certificate) {
        return "0x" + HexFormat.of().formatHex(Encoding.country(certificate.party()));
    }

    private static String party(Vouching.Certificate certificate) {
        return "0x" + HexFormat.of().formatHex(Encoding.party(certificate.party()));
    }
}

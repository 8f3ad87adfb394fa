package network.opencharging.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Digest;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.key.Signer;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HexFormat;

/**
 * Who gives out certificates of the second published registry: typed messages (EIP-712) for one
 * verifier on one chain.
 *
 * @param key who signs
 * @param chainId the chain
 * @param verifier the contract that checks them
 */
public record SecondIssuer(Signer key, long chainId, Address verifier) {
    private static final String DOMAIN =
            "EIP712Domain(string name,string version,uint256 chainId,address"
                    + " verifyingContract,bytes32 salt)";
    private static final String CPO = "CPOCertificate(string identifier,string name,address owner)";
    private static final String EMP =
            "EMPCertificate(string identifier,string name,string marktfunktion,string"
                    + " lieferant,string bilanzkreis,address owner,string vatid)";

    /** Where an EMSP stands in the market, as its certificate says. */
    public record Market(String function, String supplier, String balancingGroup, String vatId) {}

    /** For a CPO, and for all other roles but EMSP. */
    public Signature sign(String identifier, String name, Address owner) {
        return sign(new Words().text(CPO).text(identifier).text(name).account(owner));
    }

    /** For an EMSP. */
    public Signature sign(String identifier, String name, Address owner, Market market) {
        return sign(
                new Words()
                        .text(EMP)
                        .text(identifier)
                        .text(name)
                        .text(market.function())
                        .text(market.supplier())
                        .text(market.balancingGroup())
                        .account(owner)
                        .text(market.vatId()));
    }

    private Signature sign(Words content) {
        Words domain =
                new Words()
                        .text(DOMAIN)
                        .text("Banula")
                        .text("1")
                        .number(BigInteger.valueOf(chainId))
                        .account(verifier)
                        .salt("banulaocn");
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {0x19, 0x01});
        message.writeBytes(domain.hash());
        message.writeBytes(content.hash());
        return key.sign(Digest.keccak256(message.toByteArray()));
    }

    /** The certificate as a file, as it is handed out. */
    public String file(String role, String identifier, String name, Address owner) {
        return file(role, identifier, name, owner, "", sign(identifier, name, owner));
    }

    /** The certificate of an EMSP as a file. */
    public String file(String identifier, String name, Address owner, Market market) {
        String more =
                "\"marktfunktion\":\"%s\",\"lieferant\":\"%s\",\"bilanzkreis\":\"%s\",\"vatid\":\"%s\","
                        .formatted(
                                market.function(),
                                market.supplier(),
                                market.balancingGroup(),
                                market.vatId());
        return file("EMSP", identifier, name, owner, more, sign(identifier, name, owner, market));
    }

    private static String file(
            String role,
            String identifier,
            String name,
            Address owner,
            String more,
            Signature signed) {
        String hex = signed.hex().replaceFirst("^0x", "");
        return """
        {"role":"%s","certificate":{"identifier":"%s","name":"%s",%s"owner":"%s"},
        "signature":{"r":"0x%s","s":"0x%s","v":%d}}
        """
                .formatted(
                        role,
                        identifier,
                        name,
                        more,
                        owner,
                        hex.substring(0, 64),
                        hex.substring(64, 128),
                        Integer.parseInt(hex.substring(128), 16));
    }

    /** What is hashed, in words of 32 bytes. */
    private static final class Words {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Words text(String text) {
            bytes.writeBytes(Digest.keccak256(text.getBytes(UTF_8)).bytes());
            return this;
        }

        Words number(BigInteger number) {
            bytes.writeBytes(HexFormat.of().parseHex("%064x".formatted(number)));
            return this;
        }

        Words account(Address account) {
            return number(new BigInteger(account.lowerCase().substring(2), 16));
        }

        Words salt(String text) {
            byte[] word = new byte[32];
            byte[] salt = text.getBytes(UTF_8);
            System.arraycopy(salt, 0, word, 0, salt.length);
            bytes.writeBytes(word);
            return this;
        }

        byte[] hash() {
            return Digest.keccak256(bytes.toByteArray()).bytes();
        }
    }
}

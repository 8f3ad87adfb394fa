package network.opencharging.protocol.signing;

import static network.opencharging.protocol.signing.Forger.NODE;
import static network.opencharging.protocol.signing.Forger.assertRefused;
import static network.opencharging.protocol.signing.Forger.request;
import static network.opencharging.protocol.signing.Forger.signed;

import network.opencharging.protocol.key.Signature;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.List;

/** One message, one signer, one spelling of the signature. */
class ForgedSignersTest {
    private final SignedValues genuine = request("\"body\":{\"status\":\"AVAILABLE\"}");
    private final OcnSignature signature = signed(genuine);

    @Test
    void aForeignSignatoryIsRefused() {
        OcnSignature foreign =
                new OcnSignature(
                        signature.fields(),
                        signature.hash(),
                        signature.rsv(),
                        NODE.address(),
                        List.of());

        assertRefused(genuine, foreign, Flaw.ForeignSigner.class);
    }

    @Test
    void everySpellingOfTheSignatureButOneIsRefused() {
        Signature low = Signature.parse(signature.rsv()).orElseThrow();
        BigInteger order =
                new BigInteger(
                        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
        String twin = new Signature(low.r(), order.subtract(low.s()), 1 - low.parity()).hex();
        String rs = signature.rsv().substring(0, 130);
        String v = signature.rsv().substring(130);
        for (String rsv :
                List.of(
                        "0x" + twin,
                        rs + (v.equals("1b") ? "00" : "01"),
                        signature.rsv().substring(2),
                        signature.rsv().toUpperCase(java.util.Locale.ROOT),
                        signature.rsv() + "00",
                        "0x" + "0".repeat(130),
                        "0x" + "f".repeat(128) + "1b",
                        "")) {
            assertRefused(genuine, withRsv(rsv), Flaw.NotCanonical.class);
        }
    }

    private OcnSignature withRsv(String rsv) {
        return new OcnSignature(
                signature.fields(),
                signature.hash(),
                rsv,
                signature.signatory(),
                signature.rewrites());
    }

    @Test
    void everySpellingOfTheHashButOneIsRefused() {
        for (String hash :
                List.of(
                        signature.hash().toUpperCase(java.util.Locale.ROOT),
                        signature.hash().substring(2),
                        "")) {
            OcnSignature other =
                    new OcnSignature(
                            signature.fields(),
                            hash,
                            signature.rsv(),
                            signature.signatory(),
                            List.of());
            assertRefused(genuine, other, Flaw.Modified.class);
        }
    }
}

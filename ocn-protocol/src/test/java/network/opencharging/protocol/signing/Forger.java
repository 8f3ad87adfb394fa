package network.opencharging.protocol.signing;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.PrivateKey;

import java.util.List;

/**
 * What an attacker can do who holds one genuine signature of a party: hash and rsv are fixed, the
 * list of fields and the message are his.
 */
final class Forger {
    static final PrivateKey PARTY = key("11");
    static final PrivateKey NODE = key("33");
    static final PrivateKey ATTACKER = key("55");

    private Forger() {}

    private static PrivateKey key(String pair) {
        return PrivateKey.parse(pair.repeat(32)).orElseThrow();
    }

    /** A request by DE/MSP to CH/CPO with correlation id 1; {@code rest} is the JSON behind. */
    static SignedValues request(String rest) {
        return signedValues(
                """
                {"headers":{"x-correlation-id":"1","ocpi-from-country-code":"DE",\
                "ocpi-from-party-id":"MSP","ocpi-to-country-code":"CH","ocpi-to-party-id":"CPO"}%s}\
                """
                        .formatted(rest.isEmpty() ? "" : "," + rest));
    }

    static SignedValues signedValues(String json) {
        return new SignedValues((Json.Obj) JsonReader.standard().read(json).orThrow());
    }

    static OcnSignature signed(SignedValues values) {
        return new OcnSigner(PARTY).sign(values);
    }

    /** The genuine hash and rsv under another list of fields: that of the forged message. */
    static OcnSignature transplanted(SignedValues genuine, SignedValues forged) {
        return listing(signed(genuine), signed(forged).fields());
    }

    static OcnSignature listing(OcnSignature signature, List<String> fields) {
        return new OcnSignature(
                fields,
                signature.hash(),
                signature.rsv(),
                signature.signatory(),
                signature.rewrites());
    }

    static void assertRefused(
            SignedValues presented, OcnSignature signature, Class<? extends Flaw> why) {
        Verification verification = OcnVerifier.strict().verify(presented, signature);
        assertThat(verification).isInstanceOf(Verification.Refused.class);
        Flaw flaw = ((Verification.Refused) verification).flaw();
        assertThat(flaw).isInstanceOf(why);
        assertThat(flaw.sentence()).endsWith(".");
    }
}

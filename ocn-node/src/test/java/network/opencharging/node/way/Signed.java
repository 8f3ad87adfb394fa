package network.opencharging.node.way;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.signing.OcnSignature;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.protocol.signing.RewrittenPaths;
import network.opencharging.protocol.signing.SignedValues;
import network.opencharging.protocol.signing.Verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OCN signatures as the parties make and check them. */
final class Signed {
    private Signed() {}

    /** The answer with its signature in the body, as a party makes it. */
    static Said by(PrivateKey key, Said said) {
        String signature =
                new OcnSigner(key)
                        .sign(SignedValues.ofAnswer(said.headers(), said.envelope()))
                        .pack(Packing.BROTLI);
        byte[] body =
                said.content()
                        .members()
                        .orThrow()
                        .with(EnvelopeGlance.SIGNATURE, Json.text(signature).bytes());
        return new Said(said.status(), said.headers(), Body.of(body));
    }

    /** The answer with another link, signed again by whoever changed it. */
    static Said changedBy(PrivateKey key, Said signed, String link) {
        OcnSignature before =
                ((OcnSignature.Reading.Read)
                                OcnSignature.read(
                                        signed.envelope()
                                                .textOf(EnvelopeGlance.SIGNATURE)
                                                .orElseThrow()))
                        .signature();
        Said changed = signed.with(HeaderNames.LINK, link);
        String after =
                new OcnSigner(key)
                        .rewrite(
                                before,
                                Json.Obj.EMPTY.with(
                                        RewrittenPaths.LINK, signed.header(HeaderNames.LINK)),
                                SignedValues.ofAnswer(changed.headers(), changed.envelope()))
                        .pack(Packing.BROTLI);
        byte[] body =
                changed.content()
                        .members()
                        .orThrow()
                        .with(EnvelopeGlance.SIGNATURE, Json.text(after).bytes());
        return new Said(changed.status(), changed.headers(), Body.of(body));
    }

    /** Who signed the answer, the last first. */
    static List<Address> signersOf(Said said) {
        return signers(
                SignedValues.ofAnswer(said.headers(), said.envelope()),
                said.envelope().textOf(EnvelopeGlance.SIGNATURE).orElseThrow());
    }

    /** Who signed the request, the last first. */
    static List<Address> signersOf(Seen seen, Map<String, String> query) {
        RoutingHeaders routing =
                ((RoutingHeaders.Reading.Read) RoutingHeaders.read(seen.headers())).routing();
        return signers(
                SignedValues.ofRequest(
                        seen.header(HeaderNames.X_CORRELATION_ID),
                        routing,
                        query,
                        seen.content().isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        JsonReader.standard()
                                                .read(seen.content().bytes())
                                                .orThrow())),
                seen.header(HeaderNames.OCN_SIGNATURE));
    }

    private static List<Address> signers(SignedValues values, String signature) {
        return switch (OcnVerifier.strict().verify(values, signature)) {
            case Verification.Valid valid -> valid.signatories();
            case Verification.Refused(var flaw) -> throw new AssertionError(flaw.sentence());
        };
    }
}

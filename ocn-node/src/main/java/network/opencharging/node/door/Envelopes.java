package network.opencharging.node.door;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.signing.OcnSignature;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import java.time.Clock;
import java.util.Optional;

/**
 * The node's own answers. Who signed a request gets a signed refusal, packed like the request: then
 * it knows that the node said it.
 */
public final class Envelopes {
    private final OcnSigner signer;
    private final Clock clock;

    /** Signs with this and dates with that. */
    public Envelopes(OcnSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    Body refusal(Verdict verdict, Optional<String> requestSignature) {
        Body plain =
                Envelope.refusal(verdict.status(), verdict.sentence(), clock.instant()).toBody();
        return requestSignature
                .flatMap(text ->
                        OcnSignature.read(text) instanceof OcnSignature.Reading.Read read
                                ? Optional.of(read.packing())
                                : Optional.empty())
                .map(packing ->
                        signer.sign(SignedValues.ofAnswer(Headers.NONE, plain.json().orThrow()))
                                .pack(packing))
                .map(text -> with(plain, text))
                .orElse(plain);
    }

    private static Body with(Body plain, String signature) {
        return Body.of(
                plain.members()
                        .orThrow()
                        .with(EnvelopeGlance.SIGNATURE, Json.text(signature).bytes()));
    }
}

package network.opencharging.bridge.sign;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Signer;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Signs in the name of own parties; a party without a key sends its messages unsigned. */
public final class PartySigner {
    private final Map<PartyId, OcnSigner> signers;

    /** A signer with a key for each party that signs. */
    public PartySigner(Map<PartyId, ? extends Signer> keys) {
        Map<PartyId, OcnSigner> made = new HashMap<>();
        keys.forEach((party, key) -> made.put(party, new OcnSigner(key)));
        this.signers = Map.copyOf(made);
    }

    /** Nobody signs. */
    public static PartySigner none() {
        return new PartySigner(Map.of());
    }

    /**
     * The value of {@code OCN-Signature} for a request; empty when the sender has no key.
     *
     * @param query the parameters, decoded, in the order of the URL
     */
    public Optional<String> request(
            RoutingHeaders routing, String correlationId, Map<String, String> query, Body body) {
        return Optional.ofNullable(signers.get(routing.from()))
                .map(signer ->
                        signer.sign(
                                        SignedValues.ofRequest(
                                                correlationId, routing, query, read(body)))
                                .pack(Packing.BROTLI));
    }

    private static Optional<Json> read(Body body) {
        return body.isEmpty() ? Optional.empty() : Optional.of(body.json().orThrow());
    }

    /**
     * The envelope with {@code ocn_signature}; as it was when the party has no key.
     *
     * @param party who answers
     * @param headers the headers of the answer
     */
    public Body answer(PartyId party, Headers headers, Body envelope) {
        OcnSigner signer = signers.get(party);
        if (signer == null || !(envelope.json().orThrow() instanceof Json.Obj object)) {
            return envelope;
        }
        String signature = signer.sign(SignedValues.ofAnswer(headers, object)).pack(Packing.BROTLI);
        return Body.of(object.with(EnvelopeGlance.SIGNATURE, signature));
    }
}

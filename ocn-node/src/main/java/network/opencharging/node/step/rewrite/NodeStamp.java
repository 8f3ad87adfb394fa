package network.opencharging.node.step.rewrite;

import network.opencharging.node.message.AnswerHeaders;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.SignedMessage;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.signing.OcnSignature;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import java.util.Optional;

/**
 * Signs in the node's name what the node changed in a signed message, and keeps in the signature
 * what it was before, so that the receiver can check both. What was not signed is not signed now.
 */
public final class NodeStamp {
    private final OcnSigner signer;

    /** Signs with this. */
    public NodeStamp(OcnSigner signer) {
        this.signer = signer;
    }

    /** The changed request with its signature renewed. */
    Message renew(Message before, Message changed, String path, String original) {
        return renew(before, changed, Json.Obj.EMPTY.with(path, original));
    }

    /** The changed request with its signature renewed. */
    Message renew(Message before, Message changed, Json.Obj originals) {
        return before.signature()
                .map(text ->
                        changed.signed(renewed(text, originals, SignedMessage.values(changed))))
                .orElse(changed);
    }

    /** The body of an answer whose headers changed, with its signature renewed. */
    Body renew(Body body, AnswerHeaders changed, Json.Obj originals) {
        Json envelope = body.json().orThrow();
        return EnvelopeGlance.at(body)
                .flatMap(EnvelopeGlance::signature)
                .map(text -> renewed(text, originals, SignedMessage.values(changed, envelope)))
                .map(text ->
                        Body.of(
                                body.members()
                                        .orThrow()
                                        .with(EnvelopeGlance.SIGNATURE, Json.text(text).bytes())))
                .orElse(body);
    }

    private static Optional<Packing> packing(Message request) {
        return request.signature()
                .flatMap(text ->
                        OcnSignature.read(text) instanceof OcnSignature.Reading.Read read
                                ? Optional.of(read.packing())
                                : Optional.empty());
    }

    /** An answer of the node itself: signed when the request was, packed like it. */
    Body answer(Message request, AnswerHeaders headers, Body answer) {
        return packing(request)
                .map(packing ->
                        signer.sign(SignedMessage.values(headers, answer.json().orThrow()))
                                .pack(packing))
                .map(text ->
                        Body.of(
                                answer.members()
                                        .orThrow()
                                        .with(EnvelopeGlance.SIGNATURE, Json.text(text).bytes())))
                .orElse(answer);
    }

    /**
     * What the node asks in place of a party: signed when the party's own request was, packed like
     * it. A party's node may sign for it.
     */
    Message inPlaceOf(Message request, Message own) {
        return packing(request)
                .map(packing -> own.signed(signer.sign(SignedMessage.values(own)).pack(packing)))
                .orElse(own);
    }

    private String renewed(String text, Json.Obj originals, SignedValues now) {
        return switch (OcnSignature.read(text)) {
            case OcnSignature.Reading.Read(OcnSignature before, var packing) ->
                    signer.rewrite(before, originals, now).pack(packing);
            case OcnSignature.Reading.Unreadable(String why) ->
                    throw new IllegalArgumentException("not verified before: " + why);
        };
    }
}

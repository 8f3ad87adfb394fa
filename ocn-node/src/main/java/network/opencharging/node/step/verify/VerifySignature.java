package network.opencharging.node.step.verify;

import network.opencharging.node.message.Addressed;
import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Audience;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.SignedMessage;
import network.opencharging.node.message.Verified;
import network.opencharging.node.message.Vouching;
import network.opencharging.node.network.Network;
import network.opencharging.node.rules.RuleBook;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.Flaw;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.protocol.signing.Verification;

/** A message is whole when its body is JSON, and good when its signature says so. */
public final class VerifySignature {
    private final OcnVerifier verifier = OcnVerifier.strict();
    private final Signatories signatories;
    private final RuleBook rules;
    private final boolean demanded;

    /**
     * Checks against the registry.
     *
     * @param demanded whether this node takes only what is signed
     */
    public VerifySignature(Network network, RuleBook rules, boolean demanded) {
        this.signatories = new Signatories(network);
        this.rules = rules;
        this.demanded = demanded;
    }

    /**
     * Checks body and signature.
     *
     * @throws Refused when the body is not JSON, or the signature is missing or not good
     */
    public Verified verify(Addressed addressed) {
        Message message = addressed.message();
        if (addressed.authenticated().received().arrival() instanceof Arrival.FromPlatform) {
            requireJson(message.body());
        }
        if (message.signature().isEmpty()) {
            requireNoDemand(addressed.audience());
            return new Verified(addressed, Vouching.UNSIGNED);
        }
        requireGood(addressed, message);
        return new Verified(addressed, Vouching.SIGNED);
    }

    /** Nearly every body is an object, which is walked without being built. */
    private static void requireJson(Body body) {
        if (body.isEmpty() || body.members() instanceof JsonReading.Read) {
            return;
        }
        if (body.json() instanceof JsonReading.Malformed<Json>(String why, long offset)) {
            throw new Refused(new Refusal.NotJson("%s (byte %d)".formatted(why, offset)));
        }
    }

    private void requireNoDemand(Audience audience) {
        if (demanded) {
            throw new Refused(new Refusal.SignatureMissing("this node"));
        }
        if (audience instanceof Audience.One(PartyId receiver)
                && rules.demandsSignature(receiver)) {
            throw new Refused(new Refusal.SignatureMissing(receiver.toString()));
        }
    }

    private void requireGood(Addressed addressed, Message message) {
        message.target()
                .query()
                .repeated()
                .ifPresent(name -> {
                    throw new Refused(new Refusal.ParameterRepeated(name));
                });
        Verification verification =
                verifier.verify(SignedMessage.values(message), message.signature().orElseThrow());
        switch (verification) {
            case Verification.Refused(Flaw.Unreadable(String why)) ->
                    throw new Refused(new Refusal.SignatureUnreadable(why));
            case Verification.Refused(Flaw flaw) -> throw wrong(flaw.sentence());
            case Verification.Valid valid ->
                    signatories
                            .objection(valid, addressed.sender().party(), otherEnd(addressed))
                            .ifPresent(why -> {
                                throw wrong(why);
                            });
        }
    }

    /** What is meant for many has nobody at its other end who could have changed it. */
    private static PartyId otherEnd(Addressed addressed) {
        return switch (addressed.audience()) {
            case Audience.One(PartyId party) -> party;
            case Audience.Everyone _,
                    Audience.GatherAll _,
                    Audience.WhoeverKnows _,
                    Audience.Hub _ ->
                    addressed.sender().party();
        };
    }

    private static Refused wrong(String why) {
        return new Refused(new Refusal.SignatureWrong(why));
    }
}

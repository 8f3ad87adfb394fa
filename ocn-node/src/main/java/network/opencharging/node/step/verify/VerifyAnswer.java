package network.opencharging.node.step.verify;

import network.opencharging.node.message.Answer;
import network.opencharging.node.message.CheckedAnswer;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Permitted;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.SignedMessage;
import network.opencharging.node.message.Vouching;
import network.opencharging.node.network.Network;
import network.opencharging.node.rules.RuleBook;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.protocol.signing.SignedValues;
import network.opencharging.protocol.signing.Verification;

import java.util.Optional;

/** An answer is an OCPI envelope, and signed by the party that was asked where it is signed. */
public final class VerifyAnswer {
    private final OcnVerifier verifier = OcnVerifier.strict();
    private final Signatories signatories;
    private final Network network;
    private final RuleBook rules;
    private final boolean demanded;

    /**
     * Checks against the registry.
     *
     * @param demanded whether this node takes only what is signed
     */
    public VerifyAnswer(Network network, RuleBook rules, boolean demanded) {
        this.network = network;
        this.signatories = new Signatories(network);
        this.rules = rules;
        this.demanded = demanded;
    }

    /**
     * Checks envelope and signature.
     *
     * @throws Refused when it is no envelope, or the signature is missing or not good
     */
    public CheckedAnswer verify(Answer answer) {
        Permitted request = answer.outbound().resolved().permitted();
        Optional<EnvelopeGlance> glance = EnvelopeGlance.at(answer.body());
        if (answer.outbound().destination() instanceof Destination.RemoteNode(var operator, _)
                && glance.filter(envelope -> !isPuzzled(envelope)).isEmpty()) {
            network.doubt(operator);
        }
        EnvelopeGlance envelope =
                glance.orElseThrow(() -> new Refused(shapeless(answer, request.recipient())));
        Vouching vouching =
                envelope.signature()
                        .map(signature -> good(answer, request, signature))
                        .orElseGet(() -> unsigned(request));
        boolean success =
                answer.status() >= 200 && answer.status() < 300 && envelope.status().isSuccess();
        return new CheckedAnswer(answer, success, vouching);
    }

    /** A node that cannot read what it was sent says so in one of these ways, or in none at all. */
    private static boolean isPuzzled(EnvelopeGlance envelope) {
        return envelope.status().equals(OcpiStatus.CONNECTION_PROBLEM)
                || envelope.status().equals(OcpiStatus.SERVER_ERROR)
                || envelope.status().equals(OcpiStatus.INVALID_PARAMETERS);
    }

    /** What cannot be read as OCPI says at least by its HTTP status whether the server is there. */
    private static Refusal shapeless(Answer answer, PartyId from) {
        if (answer.status() >= 500) {
            return new Refusal.Unreachable(from, "HTTP " + answer.status() + " without envelope");
        }
        String who =
                switch (answer.outbound().destination()) {
                    case Destination.LocalPlatform _ -> "its platform";
                    case Destination.RemoteNode _ -> "its node";
                };
        return new Refusal.AnswerUnusable(
                from,
                "%s answered HTTP %d without an OCPI envelope".formatted(who, answer.status()));
    }

    private Vouching unsigned(Permitted request) {
        if (demanded || rules.demandsSignature(request.sender().party())) {
            throw wrong(request, "it is not signed");
        }
        return Vouching.UNSIGNED;
    }

    private Vouching good(Answer answer, Permitted request, String signature) {
        SignedValues values =
                SignedMessage.values(answer.headers(), answer.body().json().orThrow());
        Optional<String> objection =
                switch (verifier.verify(values, signature)) {
                    case Verification.Refused(var flaw) -> Optional.of(flaw.sentence());
                    case Verification.Valid valid ->
                            signatories.objection(
                                    valid, request.recipient(), request.sender().party());
                };
        objection.ifPresent(why -> {
            throw wrong(request, why);
        });
        return Vouching.SIGNED;
    }

    private static Refused wrong(Permitted request, String why) {
        return new Refused(new Refusal.AnswerSignatureWrong(request.recipient(), why));
    }
}

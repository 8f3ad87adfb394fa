package network.opencharging.tools.ocpi.sign;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonMembers;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Signer;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.protocol.signing.SignedValues;
import network.opencharging.protocol.signing.Verification;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.ocpi.Signing;

import java.util.List;
import java.util.Optional;

/**
 * Signs with the party's key: requests in the header {@code OCN-Signature}, answers in the member
 * {@code ocn_signature} of the envelope. What it hears must be covered whole by its signature and
 * signed by somebody who may speak for the sender.
 */
public final class OcnSigning implements Signing {
    private final OcnSigner signer;
    private final OcnVerifier verifier;
    private final Signatories signatories;

    /** Signs with this key and believes these signatories. */
    public OcnSigning(Signer key, Signatories signatories) {
        this.signer = new OcnSigner(key);
        this.verifier = OcnVerifier.strict();
        this.signatories = signatories;
    }

    @Override
    public Request sign(Request request) {
        return values(request)
                .map(values ->
                        new Request(
                                request.method(),
                                request.target(),
                                request.headers().with(HeaderNames.OCN_SIGNATURE, packed(values)),
                                request.body()))
                .orElse(request);
    }

    @Override
    public Answer sign(Answer answer) {
        Optional<JsonMembers> members = Body.of(answer.body()).members().optional();
        Optional<SignedValues> values = values(answer);
        if (members.isEmpty() || values.isEmpty()) {
            return answer;
        }
        byte[] signature = Json.text(packed(values.get())).bytes();
        Body signed = Body.of(members.get().with(EnvelopeGlance.SIGNATURE, signature));
        return new Answer(answer.status(), answer.headers(), signed.text(), answer.afterwards());
    }

    @Override
    public Verdict check(Request request, PartyId from) {
        Optional<String> signature = request.headers().get(HeaderNames.OCN_SIGNATURE);
        Optional<SignedValues> values = values(request);
        if (signature.isPresent() && values.isEmpty()) {
            return new Verdict.Refused("a signed request needs routing headers and a JSON body");
        }
        return verdict(values, signature, from);
    }

    @Override
    public Verdict check(Answer answer, PartyId from) {
        Optional<String> signature =
                EnvelopeGlance.at(Body.of(answer.body())).flatMap(EnvelopeGlance::signature);
        return verdict(values(answer), signature, from);
    }

    private String packed(SignedValues values) {
        return signer.sign(values).pack(Packing.BROTLI);
    }

    private Verdict verdict(
            Optional<SignedValues> values, Optional<String> signature, PartyId from) {
        if (values.isEmpty() || signature.isEmpty()) {
            return new Verdict.Unsigned();
        }
        return switch (verifier.verify(values.get(), signature.get())) {
            case Verification.Refused(var flaw) -> new Verdict.Refused(flaw.sentence());
            case Verification.Valid valid -> speaks(valid, from);
        };
    }

    private Verdict speaks(Verification.Valid valid, PartyId from) {
        if (!signatories.maySign(valid.originator(), from)) {
            return new Verdict.Refused(
                    valid.originator() + " may not sign for " + from + ": ask the registry.");
        }
        List<Address> rewriters = valid.signatories().reversed().stream().skip(1).toList();
        Optional<Address> stranger =
                rewriters.stream().filter(signer -> !signatories.mayRewrite(signer)).findFirst();
        return stranger.isPresent()
                ? new Verdict.Refused(stranger.get() + " is no operator and changed the message.")
                : new Verdict.Valid(
                        valid.originator().text(), rewriters.stream().map(Address::text).toList());
    }

    /** What the signature of a request covers; empty when there is nothing that could be signed. */
    private static Optional<SignedValues> values(Request request) {
        Optional<Json> body = Body.of(request.body()).json().optional();
        boolean garbage = !request.body().isEmpty() && body.isEmpty();
        return garbage
                        || !(RoutingHeaders.read(request.headers())
                                instanceof RoutingHeaders.Reading.Read(var routing))
                ? Optional.empty()
                : request.headers()
                        .get(HeaderNames.X_CORRELATION_ID)
                        .map(id -> SignedValues.ofRequest(id, routing, request.query(), body));
    }

    private static Optional<SignedValues> values(Answer answer) {
        return Body.of(answer.body())
                .json()
                .optional()
                .map(envelope -> SignedValues.ofAnswer(answer.headers(), envelope));
    }
}

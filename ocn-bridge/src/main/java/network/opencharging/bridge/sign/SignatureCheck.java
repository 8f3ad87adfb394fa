package network.opencharging.bridge.sign;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.protocol.signing.SignedValues;
import network.opencharging.protocol.signing.Verification;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what a partner says was signed by him, and changed on its way only by the operators of
 * the two parties: a well-formed signature of a stranger is worth nothing.
 */
public final class SignatureCheck {
    private final OcnVerifier verifier = OcnVerifier.strict();
    private final Directory directory;
    private final Demand demand;
    private final Set<PartyId> hubs;

    /**
     * A check against this directory.
     *
     * @param hubs the parties of the hub itself, which answer broadcasts and do not sign
     */
    public SignatureCheck(Directory directory, Demand demand, Set<PartyId> hubs) {
        this.directory = directory;
        this.demand = demand;
        this.hubs = Set.copyOf(hubs);
    }

    /**
     * What is to be thought of a request.
     *
     * @param query the parameters, decoded, in the order of the URL
     */
    public Judgement judge(
            RoutingHeaders routing, Headers headers, Map<String, String> query, Body body) {
        Optional<String> signature = headers.get(HeaderNames.OCN_SIGNATURE);
        if (demand == Demand.NONE || signature.isEmpty()) {
            return unsigned(routing.from());
        }
        if (!body.isEmpty() && !(body.json() instanceof JsonReading.Read<Json>)) {
            return new Judgement.Bad("The body is signed and no JSON.");
        }
        SignedValues values =
                SignedValues.ofRequest(
                        headers.get(HeaderNames.X_CORRELATION_ID).orElse(""),
                        routing,
                        query,
                        body.json().optional());
        // A signature is over the headers as they were written, in whatever case.
        for (String name : HeaderNames.ROUTING) {
            Optional<String> written = headers.get(name);
            if (written.isPresent()) {
                values = values.withHeader(name, written.get());
            }
        }
        return judged(values, signature.get(), routing.from(), routing.to());
    }

    /**
     * What is to be thought of an answer. Whoever refuses need not sign.
     *
     * @param from who was asked
     * @param to who has asked
     */
    public Judgement judge(PartyId from, PartyId to, Headers headers, Body envelope) {
        Optional<EnvelopeGlance> glance = EnvelopeGlance.at(envelope);
        Optional<String> signature = glance.flatMap(EnvelopeGlance::signature);
        if (demand == Demand.NONE || signature.isEmpty()) {
            return glance.filter(seen -> seen.status().isSuccess()).isPresent()
                    ? unsigned(from)
                    : new Judgement.NotChecked();
        }
        return judged(
                SignedValues.ofAnswer(headers, envelope.json().orThrow()),
                signature.get(),
                from,
                Optional.of(to));
    }

    private Judgement unsigned(PartyId from) {
        if (demand == Demand.ALWAYS && !hubs.contains(from)) {
            return new Judgement.Bad("Only signed messages are taken here: send OCN-Signature.");
        }
        return demand == Demand.NONE ? new Judgement.NotChecked() : new Judgement.Unsigned();
    }

    private Judgement judged(
            SignedValues values, String signature, PartyId author, Optional<PartyId> other) {
        return switch (verifier.verify(values, signature)) {
            case Verification.Refused(var flaw) -> new Judgement.Bad(flaw.sentence());
            case Verification.Valid valid ->
                    ofStrangers(valid, author, other)
                            .<Judgement>map(Judgement.Bad::new)
                            .orElseGet(() ->
                                    new Judgement.Good(
                                            valid.originator(),
                                            valid.signatories().reversed().stream()
                                                    .skip(1)
                                                    .toList()));
        };
    }

    private Optional<String> ofStrangers(
            Verification.Valid valid, PartyId author, Optional<PartyId> other) {
        Snapshot now = directory.snapshot();
        Set<Address> vouchers = vouchers(now, author, other);
        if (!vouchers.contains(valid.originator())) {
            return Optional.of(
                    "%s may not sign for %s: the registry has it neither for the party nor for its"
                                    .formatted(valid.originator(), author)
                            + " operator.");
        }
        Set<Address> carriers =
                other.flatMap(now::operatorOf).map(Operator::address).stream()
                        .collect(Collectors.toSet());
        return valid.signatories().stream()
                .filter(address -> !vouchers.contains(address) && !carriers.contains(address))
                .findFirst()
                .map(
                        "%s may not change the message: it is no operator of the two parties."
                                ::formatted);
    }

    /**
     * A hub is no party of the registry: for it signs the operator through whom one speaks to it.
     */
    private Set<Address> vouchers(Snapshot now, PartyId party, Optional<PartyId> other) {
        Stream<Address> itself = now.party(party).map(Party::address).stream();
        Optional<PartyId> carried = hubs.contains(party) ? other : Optional.of(party);
        Stream<Address> operator = carried.flatMap(now::operatorOf).map(Operator::address).stream();
        return Stream.concat(itself, operator).collect(Collectors.toUnmodifiableSet());
    }
}

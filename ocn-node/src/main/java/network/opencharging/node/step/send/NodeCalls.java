package network.opencharging.node.step.send;

import network.opencharging.node.client.Call;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.network.Network;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Signer;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.NodeHeaders;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.message.VerificationStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.SpelledParty;
import network.opencharging.protocol.signing.NodeSignature;
import network.opencharging.protocol.signing.OcnSignature;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A message as another node gets it: one JSON object, signed by this node over its bytes. */
public final class NodeCalls {
    private static final String PATH = "/ocn/message";

    private final Network network;
    private final Signer key;
    private final Supplier<String> freshIds;

    /** Writes what each node reads, signs with this key, numbers its calls with these ids. */
    public NodeCalls(Network network, Signer key, Supplier<String> freshIds) {
        this.network = network;
        this.key = key;
        this.freshIds = freshIds;
    }

    Call call(Message message, Destination.RemoteNode node, Duration deadline) {
        byte[] text = wrap(message, node).toBody().bytes();
        String url = node.operator().url().toString();
        return new Call(
                "POST",
                (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + PATH,
                Map.of(
                        HeaderNames.X_REQUEST_ID, freshIds.get(),
                        HeaderNames.X_CORRELATION_ID, message.ids().correlationId(),
                        HeaderNames.OCN_SIGNATURE, NodeSignature.sign(text, key),
                        HeaderNames.CONTENT_TYPE, "application/json"),
                Optional.of(text),
                deadline);
    }

    /** The query travels as an object, which names every parameter once. */
    private static Json.Obj query(Message message) {
        message.target()
                .query()
                .repeated()
                .ifPresent(name -> {
                    throw new Refused(new Refusal.ParameterRepeated(name));
                });
        return message.target().query().toJson();
    }

    private NodeMessage wrap(Message message, Destination.RemoteNode node) {
        return new NodeMessage(
                message.target().key(),
                headers(message, network.profileOf(node.operator())),
                query(message),
                node.proxy(),
                message.target()
                        .version()
                        .filter(version -> !version.speaksLike(OcpiVersion.V2_2_1))
                        .map(OcpiVersion::value),
                Optional.of(message.body()).filter(body -> !body.isEmpty()));
    }

    /** The same signature, packed as that node unpacks it. */
    private static String packed(String text, PeerProfile profile) {
        return profile.packing()
                .flatMap(packing ->
                        OcnSignature.read(text) instanceof OcnSignature.Reading.Read read
                                        && read.packing() != packing
                                ? Optional.of(read.signature().pack(packing))
                                : Optional.empty())
                .orElse(text);
    }

    /** What a receiver is told of it: a signature that is not good comes never so far. */
    static VerificationStatus status(Message message) {
        return message.signature().isPresent()
                ? VerificationStatus.VERIFIED
                : VerificationStatus.NOT_PRESENTED;
    }

    /**
     * As it was signed. Where nothing is signed, in upper case: published nodes look parties up
     * with regard to case.
     */
    private static SpelledParty spelled(Message message, String countryHeader, PartyId party) {
        String partyHeader =
                countryHeader.equals(HeaderNames.TO_COUNTRY_CODE)
                        ? HeaderNames.TO_PARTY_ID
                        : HeaderNames.FROM_PARTY_ID;
        Headers written = message.routing().headers();
        return message.signature().isEmpty()
                ? SpelledParty.of(party)
                : new SpelledParty(
                        written.get(countryHeader).orElse(party.countryCode()),
                        written.get(partyHeader).orElse(party.partyId()));
    }

    private static NodeHeaders headers(Message message, PeerProfile profile) {
        return switch (message.routing().read()) {
            case RoutingHeaders.Reading.Read(RoutingHeaders routing) ->
                    new NodeHeaders(
                            message.signature().map(text -> packed(text, profile)),
                            message.ids(),
                            spelled(message, HeaderNames.FROM_COUNTRY_CODE, routing.from()),
                            spelled(
                                    message,
                                    HeaderNames.TO_COUNTRY_CODE,
                                    routing.to().orElseThrow()),
                            Optional.of(status(message)).filter(_ -> profile.wantsStatus()));
            case RoutingHeaders.Reading.Faulty(RoutingHeaders.Fault fault) ->
                    throw new IllegalArgumentException("not addressed before: " + fault.sentence());
        };
    }
}

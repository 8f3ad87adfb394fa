package network.opencharging.node.way;

import network.opencharging.node.network.PeerProfile;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.NodeHeaders;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.message.VerificationStatus;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.signing.NodeSignature;
import network.opencharging.protocol.signing.OcnSignature;
import network.opencharging.registry.directory.Operator;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of a published generation as it behaves on the wire, with one party of its own: what it
 * serves and refuses, how it writes a message anew before it checks who signed it, and which
 * signatures it can unpack.
 */
final class PublishedNode implements AutoCloseable {
    private final PeerProfile generation;
    private final PrivateKey trusted;
    private final StubParty server;
    private volatile Said answer = Said.ok();

    /**
     * A node of that generation.
     *
     * @param trusted with whose key messages to it must be signed
     */
    PublishedNode(
            PeerProfile generation, PartyId party, Role role, PrivateKey key, PrivateKey trusted) {
        this.generation = generation;
        this.trusted = trusted;
        this.server = new StubParty(party, role, key);
        server.answers(this::said);
    }

    StubParty party() {
        return server;
    }

    Operator operator() {
        return new Operator(server.key().address(), URI.create(server.url()));
    }

    /** What its party answers. */
    void partyAnswers(Said next) {
        answer = next;
    }

    List<String> asked() {
        return server.seen().stream().map(seen -> seen.method() + " " + seen.target()).toList();
    }

    private Said said(Seen seen) {
        if (seen.target().equals("/ocn/registry/node-info")) {
            return Said.json(
                    200,
                    "{\"url\":\"%s\",\"address\":\"%s\"}"
                            .formatted(server.url(), server.key().address()));
        }
        if (seen.target().equals("/ocpi/sender/" + generation.version() + "/locations")) {
            return missingHeader();
        }
        if (seen.target().equals("/ocn/message") && seen.method().equals("POST")) {
            return passed(seen);
        }
        return Said.json(
                404,
                "{\"timestamp\":\"2026-11-21T12:00:00.000+0000\",\"status\":404,\"error\":\"Not"
                        + " Found\"}");
    }

    private Said missingHeader() {
        return Said.json(
                generation == PeerProfile.P3 ? 200 : 400,
                "{\"status_code\":2001,\"status_message\":\"Missing request header"
                        + " 'Authorization'\","
                        + Said.TIME
                        + "}");
    }

    /** It writes anew what it has read, and checks the node's signature over that. */
    private Said passed(Seen seen) {
        if (generation == PeerProfile.P1 && seen.text().contains("OCN-Verification-Status")) {
            return Said.json(500, "{\"status\":500,\"error\":\"Internal Server Error\"}");
        }
        NodeMessage message =
                ((NodeMessage.Reading.Read) NodeMessage.read(seen.content())).message();
        boolean signed =
                NodeSignature.signer(
                                writtenAnew(message).bytes(),
                                seen.header(HeaderNames.OCN_SIGNATURE))
                        .filter(trusted.address()::equals)
                        .isPresent();
        if (!signed) {
            return refused(200, 4003);
        }
        return message.headers().signature().filter(text -> !unpacks(text)).isPresent()
                ? unreadable()
                : answer;
    }

    private Body writtenAnew(NodeMessage message) {
        NodeHeaders read = message.headers();
        Optional<VerificationStatus> status =
                generation == PeerProfile.P3
                        ? Optional.of(read.status().orElse(VerificationStatus.NOT_PRESENTED))
                        : Optional.empty();
        return new NodeMessage(
                        message.target(),
                        new NodeHeaders(
                                read.signature(), read.ids(), read.from(), read.to(), status),
                        message.query(),
                        message.proxy(),
                        message.body())
                .toBody();
    }

    private boolean unpacks(String text) {
        Packing own = generation == PeerProfile.P1 ? Packing.BROTLI : Packing.GZIP;
        return OcnSignature.read(text) instanceof OcnSignature.Reading.Read read
                && read.packing() == own;
    }

    private Said unreadable() {
        return generation == PeerProfile.P1
                ? Said.json(500, "{\"status\":500,\"error\":\"Internal Server Error\"}")
                : refused(200, 2001);
    }

    private static Said refused(int http, int code) {
        return Said.json(http, "{\"status_code\":" + code + "," + Said.TIME + "}");
    }

    /** A message of its party, written and signed as its generation does. */
    Said sends(TestNode node, NodeMessage message) {
        Body text = writtenAnew(message);
        return new Asking(
                        node.url(),
                        Headers.of(
                                Map.of(
                                        HeaderNames.OCN_SIGNATURE,
                                        NodeSignature.sign(text.bytes(), server.key()),
                                        HeaderNames.X_REQUEST_ID,
                                        "hop",
                                        HeaderNames.CONTENT_TYPE,
                                        generation == PeerProfile.P1
                                                ? "text/plain"
                                                : "application/json")),
                        "POST",
                        "/ocn/message",
                        text)
                .send();
    }

    /** The last message it got. */
    NodeMessage last() {
        Seen seen =
                server.seen().stream()
                        .filter(it -> it.target().equals("/ocn/message"))
                        .reduce((_, later) -> later)
                        .orElseThrow();
        return ((NodeMessage.Reading.Read) NodeMessage.read(seen.content())).message();
    }

    @Override
    public void close() {
        server.close();
    }
}

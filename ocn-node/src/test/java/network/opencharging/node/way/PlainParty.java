package network.opencharging.node.way;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.Endpoint;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A party that answers the same bytes to everything, from a plain socket that allocates nothing.
 */
final class PlainParty implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] answer;

    private PlainParty(ServerSocket socket, byte[] answer) {
        this.socket = socket;
        this.answer = answer;
    }

    /** Takes the party's place: its node calls this socket from now on. */
    static PlainParty instead(StubParty party, TestNode node, boolean signs) throws IOException {
        PlainParty plain =
                new PlainParty(
                        new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")),
                        answer(party, signs));
        move(node, party, plain.socket.getLocalPort());
        Thread.ofPlatform().daemon().start(plain::answer);
        return plain;
    }

    private static byte[] answer(StubParty party, boolean signs) {
        Json.Obj envelope =
                (Json.Obj)
                        JsonReader.standard()
                                .read(
                                        """
                                        {"status_code":1000,"timestamp":"2026-01-01T00:00:00Z"}
                                        """)
                                .orThrow();
        String signature =
                new OcnSigner(party.key())
                        .sign(SignedValues.ofAnswer(Headers.NONE, envelope))
                        .pack(Packing.BROTLI);
        String body = (signs ? envelope.with("ocn_signature", signature) : envelope).text();
        return """
        HTTP/1.1 200 OK\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s\
        """
                .formatted(body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The node finds the party's endpoints at another port from now on. */
    private static void move(TestNode node, StubParty party, int port) {
        ConnectedPlatform known = node.platforms().byParty(party.id()).getFirst();
        List<Endpoint> endpoints =
                known.connection().endpoints().stream()
                        .map(endpoint ->
                                new Endpoint(
                                        endpoint.version(),
                                        endpoint.module(),
                                        endpoint.role(),
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + port
                                                        + endpoint.url().getPath())))
                        .toList();
        node.platforms()
                .save(
                        new ConnectedPlatform(
                                known.id(),
                                known.revision().changed(java.time.Instant.EPOCH),
                                known.status(),
                                known.roles(),
                                known.inbound(),
                                new Connection(
                                        known.connection().versionsUrl(),
                                        known.connection().version(),
                                        endpoints,
                                        known.connection().token())));
    }

    /** A request as it stands on the wire. */
    static byte[] written(Asking asking) {
        StringBuilder text =
                new StringBuilder(
                        "%s %s HTTP/1.1\r\nHost: node\r\n"
                                .formatted(asking.method(), asking.path()));
        asking.headers()
                .with(HeaderNames.CONTENT_TYPE, "application/json")
                .asMap()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("Content-Length: ")
                .append(asking.body().size())
                .append("\r\n\r\n")
                .append(asking.body().text())
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void answer() {
        byte[] buffer = new byte[16_384];
        try (Socket node = socket.accept()) {
            OutputStream out = node.getOutputStream();
            while (readMessage(node, buffer)) {
                out.write(answer);
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** Reads up to the brace that ends the body: it is the last byte that comes. */
    static boolean readMessage(Socket socket, byte[] buffer) throws IOException {
        int size = 0;
        while (size == 0 || buffer[size - 1] != '}') {
            int read = socket.getInputStream().read(buffer, size, buffer.length - size);
            if (read < 0) {
                return false;
            }
            size += read;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

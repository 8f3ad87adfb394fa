package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.Endpoint;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a forwarded message costs in memory that has to be collected again: a figure that does not
 * vary with the machine, so that speed is not lost unseen. Sender and receiver of this test are
 * plain sockets that allocate nothing, so all of it is the node's.
 */
class AllocationTest {
    private static final int MESSAGES = 1_000;

    /** A third above the 53,700 that were measured when this was written. */
    private static final long MOST_BYTES = 72_000;

    private static final byte[] ANSWER =
            """
            HTTP/1.1 200 OK\r
            Content-Type: application/json\r
            Content-Length: 58\r
            \r
            {"status_code":1000,   "timestamp":"2026-01-01T00:00:00Z"}\
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aForwardedMessageAllocatesNoMoreThanItDid() throws IOException {
        try (ServerSocket receiver = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                StubParty alice = new StubParty(new PartyId("DE", "ALC"), Role.CPO, Cast.key(1));
                StubParty carol = new StubParty(new PartyId("FR", "CAR"), Role.EMSP, Cast.key(3));
                TestNode node =
                        new TestNode(
                                Cast.key(8),
                                new MemoryDirectory(),
                                new network.opencharging.node.platform.MemoryPlatformStore())) {
            node.connect(alice);
            node.connect(carol);
            move(node, carol, receiver.getLocalPort());
            byte[] request = request(alice, carol);
            Thread.ofPlatform().daemon().start(() -> answer(receiver));
            try (Socket sender =
                    new Socket(
                            InetAddress.getLoopbackAddress(), URI.create(node.url()).getPort())) {
                pass(sender, request, MESSAGES);

                long before = threads.getTotalThreadAllocatedBytes();
                pass(sender, request, MESSAGES);
                long each = (threads.getTotalThreadAllocatedBytes() - before) / MESSAGES;

                assertThat(each).as("bytes for one message").isBetween(1_000L, MOST_BYTES);
            }
        }
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

    private static byte[] request(StubParty from, StubParty to) {
        Headers headers = Asking.at("", from, to.id()).headers();
        StringBuilder text =
                new StringBuilder(
                        "PUT /ocpi/receiver/2.2.1/sessions/DE/ALC/S1 HTTP/1.1\r\nHost: node\r\n");
        headers.with(HeaderNames.CONTENT_TYPE, "application/json")
                .asMap()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        String body = "{\"id\":\"S1\",\"kwh\":1.5,\"status\":\"ACTIVE\"}";
        return text.append("Content-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void pass(Socket sender, byte[] request, int times) throws IOException {
        byte[] buffer = new byte[8192];
        for (int i = 0; i < times; i++) {
            sender.getOutputStream().write(request);
            readMessage(sender, buffer);
            assertThat(buffer[9]).as("HTTP 2xx").isEqualTo((byte) '2');
        }
    }

    private static void answer(ServerSocket receiver) {
        byte[] buffer = new byte[8192];
        try (Socket node = receiver.accept()) {
            OutputStream out = node.getOutputStream();
            while (readMessage(node, buffer)) {
                out.write(ANSWER);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Reads up to the brace that ends the body: it is the last byte that comes. */
    private static boolean readMessage(Socket socket, byte[] buffer) throws IOException {
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
}

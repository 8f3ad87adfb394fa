package network.opencharging.tools.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.tools.proxy.pass.Passage;
import network.opencharging.tools.proxy.pass.Rewriting;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** Clients that ask whether a body is welcome before they send it (RFC 9110 §10.1.1). */
class AskedFirstTest {
    private final TwoEnds ends = new TwoEnds();

    @AfterEach
    void close() {
        ends.close();
    }

    private static final String ASKS_FIRST =
            "POST /x HTTP/1.1\r\nHost: proxy\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n";

    @Test
    void whoAsksFirstWhetherABodyIsWelcomeIsToldBeforeItIsSent() throws Exception {
        String done = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        try (ServerSocket server = new ServerSocket(0, 1, TwoEnds.HERE)) {
            CompletableFuture<String> there =
                    TwoEnds.serving(
                            server,
                            socket -> {
                                String head = TwoEnds.head(socket);
                                TwoEnds.write(socket, "HTTP/1.1 100 Continue\r\n\r\n");
                                String body = TwoEnds.read(socket, 9);
                                TwoEnds.write(socket, done);
                                return head + body;
                            });
            Passage passage = ends.open(server.getLocalPort(), Rewriting.NONE);
            try (Socket client = new Socket(TwoEnds.HERE, passage.url().getPort())) {
                TwoEnds.write(client, ASKS_FIRST);
                assertThat(TwoEnds.head(client)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
                TwoEnds.write(client, "{\"a\":123}");
                assertThat(TwoEnds.rest(client)).isEqualTo(done);
            }
            assertThat(there.get()).contains("Expect: 100-continue").endsWith("{\"a\":123}");
        }
        await().until(() -> ends.passed().size() == 1);
        assertThat(ends.passed().getFirst().request().body()).isEqualTo("{\"a\":123}");
        assertThat(ends.broken()).isEmpty();
    }

    @Test
    void aBodyThatIsRefusedIsNotSentAndTheRefusalIsPassedOn() throws Exception {
        String refused = "HTTP/1.1 413 Too large\r\nContent-Length: 0\r\n\r\n";
        try (ServerSocket server = new ServerSocket(0, 1, TwoEnds.HERE)) {
            CompletableFuture<String> there =
                    TwoEnds.serving(
                            server,
                            socket -> {
                                String head = TwoEnds.head(socket);
                                TwoEnds.write(socket, refused);
                                return head;
                            });
            Passage passage = ends.open(server.getLocalPort(), Rewriting.NONE);
            try (Socket client = new Socket(TwoEnds.HERE, passage.url().getPort())) {
                TwoEnds.write(client, ASKS_FIRST);
                assertThat(TwoEnds.rest(client)).isEqualTo(refused);
            }
            assertThat(there.get()).endsWith("\r\n\r\n");
        }
        await().until(() -> ends.passed().size() == 1);
        assertThat(ends.passed().getFirst().answer().status()).isEqualTo(413);
    }

    /** As a server of HTTP/1.0 does: it waits for the body, and says nothing before. */
    @Test
    void whoSendsItsBodyUnaskedIsPassedOnToo() throws Exception {
        String done = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        try (ServerSocket server = new ServerSocket(0, 1, TwoEnds.HERE)) {
            CompletableFuture<String> there =
                    TwoEnds.serving(
                            server,
                            socket -> {
                                String whole = TwoEnds.head(socket) + TwoEnds.read(socket, 9);
                                TwoEnds.write(socket, done);
                                return whole;
                            });
            Passage passage = ends.open(server.getLocalPort(), Rewriting.NONE);
            try (Socket client = new Socket(TwoEnds.HERE, passage.url().getPort())) {
                TwoEnds.write(client, ASKS_FIRST);
                TwoEnds.write(client, "{\"a\":123}");
                assertThat(TwoEnds.rest(client)).isEqualTo(done);
            }
            assertThat(there.get()).endsWith("{\"a\":123}");
        }
        assertThat(ends.broken()).isEmpty();
    }
}

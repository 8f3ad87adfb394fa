package network.opencharging.tools.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.tools.proxy.pass.Passage;
import network.opencharging.tools.proxy.pass.Rewriting;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** What comes out at the other end of the proxy is what went in, byte for byte. */
class ByteTrueTest {
    private final TwoEnds ends = new TwoEnds();

    @AfterEach
    void close() {
        ends.close();
    }

    @Test
    void oddHeadersOddOrderAndChunksGoOnAsTheyCame() throws Exception {
        String answer =
                String.join(
                        "\r\n",
                        "HTTP/1.1 200 Fine indeed",
                        "x-LIMIT:5",
                        "X-Twice: a\r\nX-Twice: b",
                        "Transfer-Encoding: chunked",
                        "",
                        "5;odd=1",
                        "{\"a\":",
                        "4",
                        " 1.0",
                        "1",
                        "}",
                        "0",
                        "Trailer-Here: yes",
                        "",
                        "");
        String request =
                String.join(
                        "\r\n",
                        "POST /ocpi//x?q=%20 HTTP/1.1",
                        "host: proxy",
                        "OCPI-From-party-id:  alc ",
                        "Content-Length: 9",
                        "Connection: close",
                        "",
                        "{\"b\":\t01}");

        TwoEnds.Seen seen = ends.send(request, answer, Rewriting.NONE);

        assertThat(seen.back()).isEqualTo(answer);
        assertThat(seen.there()).isEqualTo(request.replace("host: proxy", "host: " + seen.host()));
        await().until(() -> ends.passed().size() == 1);
        assertThat(ends.passed().getFirst().answer().body()).isEqualTo("{\"a\": 1.0}");
        assertThat(ends.passed().getFirst().request().body()).isEqualTo("{\"b\":\t01}");
        assertThat(ends.broken()).isEmpty();
    }

    @Test
    void whatEndsTooEarlyEndsTooEarlyAtTheOtherEndToo() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":[";

        TwoEnds.Seen seen =
                ends.send("GET /x HTTP/1.1\r\nHost: proxy\r\n\r\n", answer, Rewriting.NONE);

        assertThat(seen.back()).isEqualTo(answer);
        await().until(() -> !ends.broken().isEmpty());
        assertThat(ends.broken().getFirst()).contains("91 bytes too early");
    }

    @Test
    void withRewritingOnlyAddressesChangeAndTheLengthFits() throws Exception {
        String body = "{\"url\":\"http:\\/\\/there.example\\/ocpi\",\"n\":1.50,\"t\":\"ü\"}";
        String answer =
                String.join(
                        "\r\n",
                        "HTTP/1.1 200 OK",
                        "Content-Type: application/json",
                        "Link: <http://there.example/2>; rel=\"next\"",
                        "Content-Length: " + body.length(),
                        "Connection: close",
                        "",
                        body);
        Rewriting rewriting =
                new Rewriting(java.util.Map.of("http://there.example", "http://127.0.0.1:7"));

        TwoEnds.Seen seen = ends.send("GET /x HTTP/1.1\r\nHost: proxy\r\n\r\n", answer, rewriting);

        String changed = "{\"url\":\"http:\\/\\/127.0.0.1:7\\/ocpi\",\"n\":1.50,\"t\":\"ü\"}";
        assertThat(seen.back())
                .contains("Link: <http://127.0.0.1:7/2>; rel=\"next\"\r\n")
                .contains("Content-Length: " + changed.length() + "\r\n")
                .endsWith("\r\n\r\n" + changed);
    }

    @Test
    void whoIsNotThereIsToldWithThe502OfTheProxy() throws Exception {
        int closed;
        try (ServerSocket taken = new ServerSocket(0, 1, TwoEnds.HERE)) {
            closed = taken.getLocalPort();
        }
        Passage passage = ends.open(closed, Rewriting.NONE);

        String back = TwoEnds.talk(passage, "GET /x HTTP/1.1\r\nHost: proxy\r\n\r\n");

        assertThat(back).startsWith("HTTP/1.1 502 ").contains("nobody listens at");
        assertThat(ends.broken()).hasSize(1);
    }

    @Test
    void whoSpeaksNoHttpDoesNotStopTheProxy() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, TwoEnds.HERE)) {
            Passage passage = ends.open(server.getLocalPort(), Rewriting.NONE);
            try (Socket client = new Socket(TwoEnds.HERE, passage.url().getPort())) {
                client.getOutputStream().write(new byte[70_000]);
                client.shutdownOutput();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            } catch (IOException e) {
                // The proxy hung up while bytes were still under way: as good.
                assertThat(e).isNotNull();
            }
            await().until(() -> !ends.broken().isEmpty());
            assertThat(ends.broken().getFirst()).contains("larger than 65536 bytes");
            String answer = "HTTP/1.1 204 No\r\nConnection: close\r\n\r\n";
            CompletableFuture<String> there = TwoEnds.answering(server, answer);
            assertThat(TwoEnds.talk(passage, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .isEqualTo(answer);
            assertThat(there.get()).startsWith("GET / ");
        }
    }
}

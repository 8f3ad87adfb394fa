package network.opencharging.tools.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.tools.proxy.pass.Passage;
import network.opencharging.tools.proxy.pass.Passed;
import network.opencharging.tools.proxy.pass.Rewriting;
import network.opencharging.tools.proxy.pass.Tap;
import network.opencharging.tools.proxy.pass.Target;
import network.opencharging.tools.proxy.pass.Way;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** What comes out at the other end of the proxy is what went in, byte for byte. */
class ByteTrueTest implements Tap {
    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final InetAddress here = InetAddress.getLoopbackAddress();
    private AutoCloseable opened = () -> {};

    @Override
    public void passed(Passed exchange) {
        passed.add(exchange);
    }

    @Override
    public void broken(String what) {
        broken.add(what);
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
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

        Seen seen = send(request, answer, Rewriting.NONE);

        assertThat(seen.back).isEqualTo(answer);
        assertThat(seen.there).isEqualTo(request.replace("host: proxy", "host: " + seen.host));
        await().until(() -> passed.size() == 1);
        assertThat(passed.getFirst().answer().body()).isEqualTo("{\"a\": 1.0}");
        assertThat(passed.getFirst().request().body()).isEqualTo("{\"b\":\t01}");
        assertThat(broken).isEmpty();
    }

    @Test
    void whatEndsTooEarlyEndsTooEarlyAtTheOtherEndToo() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":[";

        Seen seen = send("GET /x HTTP/1.1\r\nHost: proxy\r\n\r\n", answer, Rewriting.NONE);

        assertThat(seen.back).isEqualTo(answer);
        await().until(() -> !broken.isEmpty());
        assertThat(broken.getFirst()).contains("91 bytes too early");
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

        Seen seen = send("GET /x HTTP/1.1\r\nHost: proxy\r\n\r\n", answer, rewriting);

        String changed = "{\"url\":\"http:\\/\\/127.0.0.1:7\\/ocpi\",\"n\":1.50,\"t\":\"ü\"}";
        assertThat(seen.back)
                .contains("Link: <http://127.0.0.1:7/2>; rel=\"next\"\r\n")
                .contains("Content-Length: " + changed.length() + "\r\n")
                .endsWith("\r\n\r\n" + changed);
    }

    @Test
    void whoIsNotThereIsToldWithThe502OfTheProxy() throws Exception {
        int closed;
        try (ServerSocket taken = new ServerSocket(0, 1, here)) {
            closed = taken.getLocalPort();
        }
        Passage passage = open(closed, Rewriting.NONE);

        String back = talk(passage, "GET /x HTTP/1.1\r\nHost: proxy\r\n\r\n");

        assertThat(back).startsWith("HTTP/1.1 502 ").contains("nobody listens at");
        assertThat(broken).hasSize(1);
    }

    @Test
    void whoSpeaksNoHttpDoesNotStopTheProxy() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, here)) {
            Passage passage = open(server.getLocalPort(), Rewriting.NONE);
            try (Socket client = new Socket(here, passage.url().getPort())) {
                client.getOutputStream().write(new byte[70_000]);
                client.shutdownOutput();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            } catch (IOException e) {
                // The proxy hung up while bytes were still under way: as good.
                assertThat(e).isNotNull();
            }
            await().until(() -> !broken.isEmpty());
            assertThat(broken.getFirst()).contains("larger than 65536 bytes");
            String answer = "HTTP/1.1 204 No\r\nConnection: close\r\n\r\n";
            CompletableFuture<String> there = answering(server, answer);
            assertThat(talk(passage, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")).isEqualTo(answer);
            assertThat(there.get()).startsWith("GET / ");
        }
    }

    private record Seen(String there, String back, String host) {}

    private Seen send(String request, String answer, Rewriting rewriting) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, here)) {
            CompletableFuture<String> there = answering(server, answer);
            Passage passage = open(server.getLocalPort(), rewriting);
            String back = talk(passage, request);
            return new Seen(there.get(), back, "127.0.0.1:" + server.getLocalPort());
        }
    }

    private Passage open(int port, Rewriting rewriting) throws IOException {
        Passage passage = Passage.open(here, 0, this);
        opened = passage;
        Target target = new Target(URI.create("http://127.0.0.1:" + port));
        passage.begin(new Way(target, rewriting, Duration.ofSeconds(30), this, Clock.systemUTC()));
        return passage;
    }

    private static String talk(Passage passage, String request) throws IOException {
        try (Socket client =
                new Socket(InetAddress.getLoopbackAddress(), passage.url().getPort())) {
            client.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            client.shutdownOutput();
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Reads a whole request, answers with these bytes and hangs up. */
    private static CompletableFuture<String> answering(ServerSocket server, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                String request = request(socket.getInputStream());
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                return request;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int body = -1;
        while (body < 0 || bytes.toString(StandardCharsets.ISO_8859_1).length() < body) {
            bytes.write(in.read());
            String text = bytes.toString(StandardCharsets.ISO_8859_1);
            if (body < 0 && text.endsWith("\r\n\r\n")) {
                boolean post = text.startsWith("POST");
                body = text.length() + (post ? 9 : 0);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}

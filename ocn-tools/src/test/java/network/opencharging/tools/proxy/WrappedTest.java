package network.opencharging.tools.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.tools.Mutations;
import network.opencharging.tools.proxy.pass.Passage;
import network.opencharging.tools.proxy.pass.Rewriting;
import network.opencharging.tools.proxy.pass.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/** Bodies that are packed, connections in TLS, and messages that are none. */
class WrappedTest {
    private final TwoEnds ends = new TwoEnds();

    @AfterEach
    void close() {
        ends.close();
    }

    @Test
    void whatIsPackedGoesOnPackedAndIsLookedInto() throws Exception {
        String packed = packed("{\"status_code\":1000,\"t\":\"ü\"}");
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                        + "Connection: close\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(packed.length(), packed);
        Rewriting rewriting = new Rewriting(java.util.Map.of("status_code", "changed"));

        TwoEnds.Seen seen = ends.send("GET /x HTTP/1.1\r\nHost: proxy\r\n\r\n", answer, rewriting);

        assertThat(seen.back()).as("not even rewritten").isEqualTo(answer);
        await().until(() -> ends.passed().size() == 1);
        assertThat(ends.passed().getFirst().answer().body())
                .isEqualTo("{\"status_code\":1000,\"t\":\"ü\"}");
    }

    private static String packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void whoSpeaksTlsIsSpokenToInTlsAndMustBeTrusted(@TempDir Path folder) throws Exception {
        Certificate certificate = Certificate.made(folder);
        String answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        try (ServerSocket server = certificate.serverSocket()) {
            CompletableFuture<String> there = TwoEnds.answering(server, answer);
            URI url = URI.create("https://localhost:" + server.getLocalPort());
            Passage passage = ends.open(new Target(url, certificate.trusting()), Rewriting.NONE);

            assertThat(TwoEnds.talk(passage, "GET /x HTTP/1.1\r\nHost: proxy\r\n\r\n"))
                    .isEqualTo(answer);
            assertThat(there.get()).contains("Host: localhost:" + server.getLocalPort());
        }
        try (ServerSocket server = certificate.serverSocket()) {
            CompletableFuture<String> there = TwoEnds.answering(server, answer);
            URI url = URI.create("https://localhost:" + server.getLocalPort());
            Passage passage = ends.open(new Target(url), Rewriting.NONE);

            assertThat(TwoEnds.talk(passage, "GET /x HTTP/1.1\r\nHost: proxy\r\n\r\n"))
                    .startsWith("HTTP/1.1 502 ")
                    .contains("no TLS with https://localhost:");
            assertThat(there).failsWithin(Duration.ofSeconds(30));
        }
    }

    /** Whatever either side sends, the proxy lives, and the next exchange passes. */
    @Test
    void noChangedMessageStopsIt() throws Exception {
        Random random = new Random(20261128);
        byte[] request =
                "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{\"a\":123}"
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] answer =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < Integer.getInteger("ocn.mutations", 100); i++) {
            String sent = TwoEnds.latin(i % 2 == 0 ? Mutations.changed(request, random) : request);
            String told = TwoEnds.latin(i % 2 == 1 ? Mutations.changed(answer, random) : answer);
            try (ServerSocket server = new ServerSocket(0, 1, TwoEnds.HERE)) {
                server.setSoTimeout(30_000);
                CompletableFuture<String> there = TwoEnds.answeringAtOnce(server, told);
                Passage passage = ends.open(server.getLocalPort(), Rewriting.NONE);
                TwoEnds.talk(passage, sent);
                passage.close();
                // Nobody may have come to it.
                there.cancel(true);
            }
        }
        String good = "HTTP/1.1 204 No\r\nConnection: close\r\n\r\n";
        assertThat(ends.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n", good, Rewriting.NONE).back())
                .isEqualTo(good);
    }
}

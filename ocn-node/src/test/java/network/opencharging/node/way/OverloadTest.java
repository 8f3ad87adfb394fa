package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.message.Refusal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** More than a node can pass on, and visitors who take their time. */
class OverloadTest {
    private static final int AT_ONCE = 4;
    private static final Cast CAST =
            new Cast(
                    "ocn.node.relay.in.messages=" + AT_ONCE,
                    "ocn.node.relay.in.patience=1s",
                    "ocn.node.relay.deadline=30s");
    private static final String OBJECT = "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1";

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    @Test
    void whatIsTooMuchIsRefusedAtOnceAndTheNextMessagePassesAgain() {
        CountDownLatch open = new CountDownLatch(1);
        CAST.carol.answers(seen -> {
            awaitQuietly(open);
            return Said.ok();
        });
        List<CompletableFuture<Said>> underWay = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            underWay.add(CompletableFuture.supplyAsync(this::ask, OverloadTest::start));
        }
        await().until(() -> CAST.carol.seen().size() == AT_ONCE);

        for (int i = 0; i < 3 * AT_ONCE; i++) {
            Said refused = ask();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo(3000);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("X-Correlation-ID")).isNotBlank();
        }
        assertThat(CAST.carol.seen()).as("refused messages go nowhere").hasSize(AT_ONCE);
        assertThat(CAST.north.turnedAway())
                .as("who counts hears of each")
                .filteredOn(away -> away.refusal() instanceof Refusal.Crowded)
                .hasSize(3 * AT_ONCE);

        open.countDown();
        assertThat(underWay.stream().map(asked -> asked.join().code())).containsOnly(1000);
        await().untilAsserted(() -> assertThat(ask().code()).isEqualTo(1000));
    }

    @Test
    void whoBeginsARequestAndDoesNotGoOnIsSentAway() throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write("PUT /ocpi/rec".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().read()).as("the connection is closed").isEqualTo(-1);
        }
    }

    @Test
    void requestsThatComeTogetherAreAnsweredOneAfterTheOther() throws IOException {
        try (Socket socket = socket()) {
            String all =
                    "GET %1$s HTTP/1.1\r\nHost: n\r\nX-Request-ID: first\r\n\r\nGET /ocpi/versions HTTP/1.1\r\nHost: n\r\nX-Request-ID: second\r\n\r\nGET %1$s HTTP/1.1\r\nHost: n\r\nX-Request-ID: third\r\nConnection: close\r\n\r\n"
                            .formatted(OBJECT);
            socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));

            String answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                            .toLowerCase(java.util.Locale.ROOT);
            assertThat(answers.split("http/1.1 ", -1)).hasSize(4);
            assertThat(answers.indexOf("x-request-id: first"))
                    .isBetween(0, answers.indexOf("x-request-id: third"));
            assertThat(answers).doesNotContain("x-request-id: first\r\n\r\nhttp");
        }
    }

    private Said ask() {
        return CAST.from(CAST.alice, CAST.carol).asks("PUT", OBJECT).body("{}").send();
    }

    private static Socket socket() throws IOException {
        Socket socket =
                new Socket(
                        InetAddress.ofLiteral("127.0.0.1"), URI.create(CAST.north.url()).getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void start(Runnable task) {
        Thread.ofVirtual().start(task);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

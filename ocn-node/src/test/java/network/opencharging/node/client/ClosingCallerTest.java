package network.opencharging.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.client.CallResult.Reason;
import network.opencharging.node.client.CallResult.Unanswered;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A node ends while somebody has not answered it. */
class ClosingCallerTest {

    /** Else it would leave a thread behind, and whoever waits for that. */
    @Test
    void whoeverStillWaitsThenWaitsNoLonger() throws IOException {
        HttpCaller caller =
                new HttpCaller(
                        AddressFence.allowing(List.of("127.0.0.0/8")),
                        new ClientLimits(Duration.ofSeconds(2), 1000, 2));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Call call =
                    new Call(
                            "GET",
                            "http://127.0.0.1:" + silent.getLocalPort() + "/",
                            Map.of(),
                            Optional.empty(),
                            Duration.ofMinutes(10));
            CompletableFuture<CallResult> end = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> end.complete(caller.send(call)));
            try (Socket heard = silent.accept()) {
                assertThat(heard.getInputStream().read()).as("a request comes").isPositive();
                caller.close();
                await().until(end::isDone);
            }

            assertThat(end.join()).isInstanceOf(Unanswered.class);
            assertThat(((Unanswered) end.join()).reason()).isIn(Reason.TIMEOUT, Reason.UNREACHABLE);
        }
    }
}

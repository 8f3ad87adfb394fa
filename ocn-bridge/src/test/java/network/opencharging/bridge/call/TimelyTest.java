package network.opencharging.bridge.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who begins an answer and never ends it does not hold up who asks. */
class TimelyTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Test
    @Timeout(60)
    void whoSendsTheHeadersAndThenHangsIsGivenUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpClient client = HttpClient.newHttpClient()) {
            Thread hanging = Thread.ofVirtual().start(() -> begin(server));

            assertThatThrownBy(() -> asked(client, server.getLocalPort()))
                    .isInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("no whole answer within 200 ms");

            // The connection was given back, not kept.
            hanging.join();
        }
    }

    @Test
    void whoIsNotThereIsToldAsBefore() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> asked(client, port)).isInstanceOf(ConnectException.class);
        }
    }

    /** Headers, a beginning, and then nothing until the other side hangs up. */
    private static void begin(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            int read = socket.getInputStream().read();
            while (read >= 0) {
                read = socket.getInputStream().read();
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    private static String asked(HttpClient client, int port)
            throws IOException, InterruptedException {
        return Timely.send(
                        client,
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

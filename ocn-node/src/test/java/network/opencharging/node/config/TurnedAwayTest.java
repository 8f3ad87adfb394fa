package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the door turns away is not gone without a trace: the operator finds and counts it. */
class TurnedAwayTest {
    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    @BeforeAll
    static void start() {
        node =
                RunningNode.start(
                        folder,
                        List.of(
                                "--ocn.node.relay.in.body-bytes=1000",
                                "--ocn.node.relay.in.header-count=20"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /ocpi/receiver/2.2.1/sessions/../../credentials | PathUnsafe | sessions |"
                        + " false",
                "BREW | /ocpi/receiver/2.2.1/sessions/DE/ALC/S1 | MethodUnknown | none | false",
                "GET | /ocpi/receiver/9.9/sessions/DE/ALC/S1 | VersionUnknown | sessions | false",
                "PUT | /ocpi/receiver/2.2.1/cdrs/long-body | BodyTooLarge | cdrs | false",
                "PUT | /ocpi/receiver/2.2.1/tokens/many-headers | HeadersTooLarge | tokens | false",
                "GET | /ocpi/receiver/2.2.1/locations/wrong-id | IdWrong | locations | false",
                "POST | /ocn/message | NodeMessageUnreadable | none | true"
            })
    void itIsFoundInTheLogAndCounted(
            String method, String path, String refusal, String module, boolean fromNode)
            throws Exception {
        String correlation = "away-" + refusal;

        String answer = sent(request(method, path, correlation));

        assertThat(answer).contains("\"status_code\":");
        String marks =
                path.endsWith("wrong-id") ? "?refused=true" : "?correlation_id=" + correlation;
        await().untilAsserted(() ->
                assertThat(node.admin("GET", "/messages" + marks, "").body().text())
                        .contains(
                                "\"refusal\":\"%s\"".formatted(refusal),
                                "\"module\":\"%s\"".formatted(module),
                                "\"from_node\":" + fromNode));
        assertThat(metrics()).contains("ocn_refusals_total{refusal=\"%s\"}".formatted(refusal));
    }

    private static String request(String method, String path, String correlation) {
        StringBuilder request =
                new StringBuilder("%s %s HTTP/1.1\r\nHost: n\r\n".formatted(method, path));
        request.append("X-Correlation-ID: ").append(correlation).append("\r\n");
        if (path.endsWith("wrong-id")) {
            request.append("X-Request-ID: ").append("x".repeat(300)).append("\r\n");
        }
        for (int i = 0; path.endsWith("many-headers") && i < 20; i++) {
            request.append("X-").append(i).append(": 1\r\n");
        }
        String body = path.endsWith("long-body") ? "x".repeat(1001) : "no json";
        return request.append("Content-Length: ")
                .append(body.length())
                .append("\r\nConnection: close\r\n\r\n")
                .append(body)
                .toString();
    }

    @Test
    void whatIsNoRequestIsCounted() throws Exception {
        assertThat(sent("hello\r\n\r\n")).contains("\"status_code\":2001");

        assertThat(metrics()).contains("ocn_noise_total{kind=\"http\"}");
    }

    private static String sent(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), node.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String metrics() throws IOException, InterruptedException {
        String key = Files.readString(folder.resolve("data/secrets/metrics.key")).strip();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(node.url() + "/metrics"))
                                    .header("Authorization", "Bearer " + key)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}

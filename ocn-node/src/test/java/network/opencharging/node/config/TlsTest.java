package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.pkitesting.X509Bundle;

import network.opencharging.node.operate.StartRefused;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A node whose port speaks TLS, and lets in who shows a certificate of its authority. */
class TlsTest {
    private static final TestAuthority OURS = new TestAuthority("ours");
    private static final TestAuthority FOREIGN = new TestAuthority("foreign");

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    @BeforeAll
    static void start() throws IOException {
        node = RunningNode.start(folder, settings(folder, "need"));
    }

    @AfterAll
    static void end() {
        node.close();
    }

    private static List<String> settings(Path folder, String clients) throws IOException {
        TestAuthority.Pair door = TestAuthority.write(OURS.certifies("localhost"), folder, "door");
        return new ArrayList<>(
                List.of(
                        "--OCN_NODE_TLS=true",
                        "--OCN_NODE_TLS_CERTIFICATE=" + door.chain(),
                        "--OCN_NODE_TLS_KEY=" + door.key(),
                        "--OCN_NODE_TLS_CLIENTS=" + clients,
                        "--OCN_NODE_TLS_CLIENT_AUTHORITIES=" + OURS.file(folder),
                        "--spring.ssl.bundle.watch.file.quiet-period=200ms"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ocpi/receiver/2.2.1/locations/DE/ALC/L1", "/ocpi/versions"})
    void whatIsPassedOnAndWhatTheNodeAnswersItselfBothGoThroughTheOnePort(String path)
            throws Exception {
        HttpResponse<String> answer = get(OURS.tls(OURS.certifies("alice")), path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"status_code\"");
    }

    @Test
    void whoShowsNoCertificateIsNotLetIn() {
        assertThatThrownBy(() -> get(OURS.tls(), "/health/live")).isInstanceOf(IOException.class);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNone() {
        SSLContext stranger = OURS.tls(FOREIGN.certifies("alice"));

        assertThatThrownBy(() -> get(stranger, "/health/live")).isInstanceOf(IOException.class);
    }

    @Test
    void anExpiredCertificateIsNone() {
        SSLContext late = OURS.tls(OURS.oldCertificateOf("alice"));

        assertThatThrownBy(() -> get(late, "/health/live")).isInstanceOf(IOException.class);
    }

    @Test
    void whoDoesNotBelieveTheNodesAuthorityDoesNotTalkToIt() {
        assertThatThrownBy(() -> get(FOREIGN.tls(OURS.certifies("alice")), "/health/live"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whoBeginsInPlainTextIsToldToSpeakTls() throws IOException {
        assertThat(inPlainText("/ocpi/versions"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"status_code\":2000")
                .contains("https://");
    }

    private static String inPlainText(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), node.port())) {
            socket.setSoTimeout(60_000);
            String request = "GET %s HTTP/1.1\r\nHost: n\r\n\r\n".formatted(path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void whoIsNotLetInIsCounted() throws Exception {
        assertThatThrownBy(() -> get(OURS.tls(), "/health/live")).isInstanceOf(IOException.class);
        assertThat(inPlainText("/")).startsWith("HTTP/1.1 400 ");
        String key = Files.readString(folder.resolve("data/secrets/metrics.key")).strip();

        await().untilAsserted(() ->
                assertThat(get(OURS.tls(OURS.certifies("m")), "/metrics", "Bearer " + key).body())
                        .contains(
                                "ocn_noise_total{kind=\"tls\"}",
                                "ocn_noise_total{kind=\"plain_text\"}"));
    }

    @Test
    void aNewCertificateIsShownWithoutARestartAndABrokenOneIsNot(@TempDir Path other)
            throws Exception {
        try (RunningNode renewed = RunningNode.start(other, settings(other, "want"))) {
            BigInteger first = shownAt(renewed);
            X509Bundle next = OURS.certifies("localhost");

            TestAuthority.write(next, other, "door");

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(shownAt(renewed))
                                    .isEqualTo(next.getCertificate().getSerialNumber())
                                    .isNotEqualTo(first));

            Files.writeString(other.resolve("door-chain.pem"), "no certificate");
            await().during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> shownAt(renewed).equals(next.getCertificate().getSerialNumber()));
        }
    }

    @Test
    void toAskForCertificatesOfNobodyIsRefusedAtTheStart(@TempDir Path other) throws IOException {
        List<String> settings = settings(other, "need");
        settings.removeIf(it -> it.startsWith("--OCN_NODE_TLS_CLIENT_AUTHORITIES"));

        assertThatThrownBy(() -> RunningNode.start(other, settings))
                .hasRootCauseInstanceOf(StartRefused.class)
                .rootCause()
                .hasMessageContaining("truststore");
    }

    private static BigInteger shownAt(RunningNode there) throws IOException {
        try (SSLSocket socket =
                (SSLSocket)
                        OURS.tls()
                                .getSocketFactory()
                                .createSocket(InetAddress.ofLiteral("127.0.0.1"), there.port())) {
            socket.setSoTimeout(60_000);
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSerialNumber();
        }
    }

    private static HttpResponse<String> get(SSLContext tls, String path)
            throws IOException, InterruptedException {
        return get(tls, path, "");
    }

    private static HttpResponse<String> get(SSLContext tls, String path, String authorization)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + node.port() + path))
                            .timeout(Duration.ofSeconds(60))
                            .headers(
                                    "Accept",
                                    "*/*",
                                    authorization.isEmpty() ? "X-Nobody" : "Authorization",
                                    authorization)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

import network.opencharging.node.client.Call;
import network.opencharging.node.client.CallResult;
import network.opencharging.node.client.HttpCaller;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Whom the node believes when it calls over TLS, and as whom it is known there. */
class TlsToOthersTest {
    private static final TestAuthority OURS = new TestAuthority("ours");
    private static final TestAuthority FOREIGN = new TestAuthority("foreign");

    private final List<HttpsServer> servers = new ArrayList<>();
    private final List<String> visitors = new CopyOnWriteArrayList<>();
    @TempDir private Path folder = Path.of("");

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void theAuthoritiesOfTheBundleAreBelievedAndTheNodeShowsItsCertificate() throws IOException {
        int needing = serve(OURS.tls(OURS.certifies("localhost")), true);

        try (RunningNode node = RunningNode.start(folder, settings())) {
            assertThat(call(node, needing)).isInstanceOf(CallResult.Answered.class);
            assertThat(visitors).containsExactly("CN=north");
        }
    }

    @Test
    void anotherAuthorityAnOldCertificateAndAnotherNameAreNotBelieved() throws IOException {
        int foreign = serve(FOREIGN.tls(FOREIGN.certifies("localhost")), false);
        int old = serve(OURS.tls(OURS.oldCertificateOf("localhost")), false);
        int other = serve(OURS.tls(OURS.certifies("other.example")), false);

        try (RunningNode node = RunningNode.start(folder, settings())) {
            assertThat(List.of(call(node, foreign), call(node, old), call(node, other)))
                    .allMatch(TlsToOthersTest::isUnreachable);
            assertThat(visitors).isEmpty();
        }
    }

    @Test
    void withoutABundleAPrivateAuthorityIsNotBelieved() throws IOException {
        int port = serve(OURS.tls(OURS.certifies("localhost")), false);

        try (RunningNode node = RunningNode.start(folder)) {
            assertThat(call(node, port)).matches(TlsToOthersTest::isUnreachable);
            assertThat(visitors).isEmpty();
        }
    }

    @Test
    void withoutACertificateTheNodeIsNotLetInWhereOneIsNeeded() throws IOException {
        int needing = serve(OURS.tls(OURS.certifies("localhost")), true);
        List<String> settings =
                List.of(
                        "--OCN_NODE_CLIENT_TLS=calls",
                        "--OCN_NODE_CLIENT_TLS_AUTHORITIES=" + OURS.file(folder));

        try (RunningNode node = RunningNode.start(folder, settings)) {
            assertThat(call(node, needing)).matches(TlsToOthersTest::isUnreachable);
            assertThat(visitors).isEmpty();
        }
    }

    private List<String> settings() throws IOException {
        TestAuthority.Pair north = TestAuthority.write(OURS.certifies("north"), folder, "north");
        return List.of(
                "--OCN_NODE_CLIENT_TLS=calls",
                "--OCN_NODE_CLIENT_TLS_CERTIFICATE=" + north.chain(),
                "--OCN_NODE_CLIENT_TLS_KEY=" + north.key(),
                "--OCN_NODE_CLIENT_TLS_AUTHORITIES=" + OURS.file(folder));
    }

    private static boolean isUnreachable(CallResult result) {
        return result instanceof CallResult.Unanswered(var reason, var _)
                && reason == CallResult.Reason.UNREACHABLE;
    }

    private static CallResult call(RunningNode node, int port) {
        return node.bean(HttpCaller.class)
                .send(
                        new Call(
                                "GET",
                                "https://localhost:" + port + "/",
                                Map.of(),
                                Optional.empty(),
                                Duration.ofSeconds(60)));
    }

    private int serve(SSLContext tls, boolean needing) throws IOException {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.setHttpsConfigurator(
                new HttpsConfigurator(tls) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters asked = tls.getDefaultSSLParameters();
                        asked.setNeedClientAuth(needing);
                        parameters.setSSLParameters(asked);
                    }
                });
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        visitors.add(
                                needing
                                        ? ((com.sun.net.httpserver.HttpsExchange) exchange)
                                                .getSSLSession()
                                                .getPeerPrincipal()
                                                .getName()
                                        : "somebody");
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }
}

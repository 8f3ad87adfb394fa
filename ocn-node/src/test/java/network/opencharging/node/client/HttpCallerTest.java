package network.opencharging.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.node.client.CallResult.Answered;
import network.opencharging.node.client.CallResult.Reason;
import network.opencharging.node.client.CallResult.Unanswered;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

class HttpCallerTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final AddressFence LOOPBACK = AddressFence.allowing(List.of("127.0.0.0/8"));

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;
    private HttpCaller caller;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/echo", this::echo);
        server.createContext("/moved", exchange -> redirect(exchange));
        server.createContext("/large", exchange -> answer(exchange, 200, new byte[2000]));
        server.createContext("/silent", this::waitForever);
        server.start();
        caller = new HttpCaller(LOOPBACK, new ClientLimits(Duration.ofSeconds(2), 1000, 2));
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
        caller.close();
    }

    @Test
    void everyMethodTravelsWithItsBytesAndComesBackWithItsHeaders() {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            byte[] body = ("{\"method\" : \"" + method + "\"}").getBytes(StandardCharsets.UTF_8);
            boolean bodiless = method.equals("GET");

            CallResult result =
                    caller.send(
                            new Call(
                                    method,
                                    url("/echo/a%2Fb?x=%20y&x=2"),
                                    Map.of("X-Asked", method),
                                    bodiless ? Optional.empty() : Optional.of(body),
                                    LONG));

            assertThat(result).isInstanceOf(Answered.class);
            Answered answered = (Answered) result;
            assertThat(answered.status()).isEqualTo(201);
            assertThat(answered.header("x-METHOD")).contains(method);
            assertThat(answered.header("X-Target")).contains("/echo/a%2Fb?x=%20y&x=2");
            assertThat(answered.header("X-Asked")).contains(method);
            assertThat(answered.body()).isEqualTo(bodiless ? new byte[0] : body);
        }
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() {
        assertThat(caller.send(get("/moved", LONG)))
                .isInstanceOfSatisfying(
                        Answered.class, answered -> assertThat(answered.status()).isEqualTo(302));
        assertThat(calls).hasValue(0);
    }

    @Test
    void silenceEndsWithTheDeadline() {
        assertThat(reason(get("/silent", Duration.ofMillis(200)))).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void aClosedPortIsUnreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(reason(get("http://127.0.0.1:" + port + "/"))).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void anAnswerOverTheLimitIsNotTaken() {
        assertThat(reason(get("/large", LONG))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void anAddressBehindTheFenceIsNotCalledWhetherNamedOrNumbered() {
        try (HttpCaller strict =
                new HttpCaller(
                        AddressFence.publicOnly(),
                        ClientLimits.STANDARD,
                        host -> List.of(InetAddress.ofLiteral("127.0.0.1")))) {
            for (String host :
                    List.of("127.0.0.1", "innocent.example", "[::1]", "2130706433", "0x7f.1")) {
                CallResult result =
                        strict.send(
                                get(
                                        "http://"
                                                + host
                                                + ":"
                                                + server.getAddress().getPort()
                                                + "/echo"));
                assertThat(result)
                        .as(host)
                        .isInstanceOfSatisfying(
                                Unanswered.class,
                                unanswered ->
                                        assertThat(unanswered.reason())
                                                .isEqualTo(Reason.FORBIDDEN_ADDRESS));
            }
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void whatANameMeansIsAskedForEachConnectionAndTheAddressThatWasCheckedIsConnectedTo() {
        Deque<String> meanings = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1", "127.0.0.1"));
        try (HttpCaller rebound =
                new HttpCaller(
                        LOOPBACK,
                        new ClientLimits(Duration.ofSeconds(2), 1000, 2),
                        _ -> List.of(InetAddress.ofLiteral(meanings.remove())))) {
            String once = "http://rebinding.example:" + server.getAddress().getPort() + "/large";

            // An answer that is too large is not taken, and ends its connection.
            assertThat(reason(rebound.send(get(once)))).isEqualTo(Reason.TOO_LARGE);
            assertThat(reason(rebound.send(get(once)))).isEqualTo(Reason.FORBIDDEN_ADDRESS);
            assertThat(reason(rebound.send(get(once)))).isEqualTo(Reason.TOO_LARGE);
            assertThat(meanings).as("asked once a connection, never between").isEmpty();
        }
    }

    @Test
    void ofSeveralAddressesOnlyThoseBeforeTheFenceAreTried() throws IOException {
        AtomicInteger reached = new AtomicInteger();
        HttpServer inside =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0), 0);
        inside.createContext(
                "/",
                exchange -> {
                    reached.incrementAndGet();
                    answer(exchange, 200, new byte[0]);
                });
        inside.start();
        try (HttpCaller choosing =
                new HttpCaller(
                        AddressFence.allowing(List.of("127.0.0.1")),
                        ClientLimits.STANDARD,
                        _ ->
                                List.of(
                                        InetAddress.ofLiteral("127.0.0.2"),
                                        InetAddress.ofLiteral("::1"),
                                        InetAddress.ofLiteral("127.0.0.1")))) {
            String port = ":" + inside.getAddress().getPort() + "/";

            assertThat(reason(choosing.send(get("http://several.example" + port))))
                    .as("nobody listens there at the only address that may be called")
                    .isEqualTo(Reason.UNREACHABLE);
            assertThat(reached).hasValue(0);
        } finally {
            inside.stop(0);
        }
    }

    @Test
    void anUnknownNameIsUnreachable() {
        try (HttpCaller lost =
                new HttpCaller(
                        LOOPBACK,
                        ClientLimits.STANDARD,
                        host -> {
                            throw new UnknownHostException(host);
                        })) {
            assertThat(lost.send(get("http://nowhere.example/")))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered ->
                                    assertThat(unanswered.reason()).isEqualTo(Reason.UNREACHABLE));
        }
    }

    @Test
    void aUrlThatIsNoneIsRefused() {
        for (String url :
                List.of(
                        "",
                        "/echo",
                        "ftp://a.example/",
                        "http://user:pass@a.example/",
                        "http://127.0.0.1./",
                        "http://1.2.3.4.5/",
                        "http://999.1.1.1/",
                        "http://.../",
                        "http://[1::2::3]/",
                        "http://[fe80::1%25eth0]/")) {
            assertThat(reason(get(url))).as(url).isEqualTo(Reason.UNUSABLE_URL);
        }
    }

    @Test
    void aSilentHostFillsItsOwnCompartmentOnly() {
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                waiting.execute(() -> caller.send(get("/silent", LONG)));
            }
            await().until(() -> reason(get("/silent", Duration.ofMillis(50))) == Reason.CROWDED);

            String sameServerOtherHost = "http://127.0.0.2:" + server.getAddress().getPort();
            assertThat(reason(get(sameServerOtherHost + "/echo"))).isNotEqualTo(Reason.CROWDED);
            never.countDown();
        }
        await().until(() -> caller.send(get("/echo", LONG)) instanceof Answered);
    }

    private Call get(String path, Duration deadline) {
        return new Call("GET", url(path), Map.of(), Optional.empty(), deadline);
    }

    private static Call get(String url) {
        return new Call("GET", url, Map.of(), Optional.empty(), LONG);
    }

    private Reason reason(Call call) {
        return reason(caller.send(call));
    }

    private static Reason reason(CallResult result) {
        return switch (result) {
            case Unanswered unanswered -> unanswered.reason();
            case Answered answered -> throw new AssertionError("answered " + answered.status());
        };
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void echo(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        exchange.getResponseHeaders().set("X-Method", exchange.getRequestMethod());
        exchange.getResponseHeaders().set("X-Target", exchange.getRequestURI().toString());
        String asked = exchange.getRequestHeaders().getFirst("X-Asked");
        exchange.getResponseHeaders().set("X-Asked", asked == null ? "" : asked);
        answer(exchange, 201, exchange.getRequestBody().readAllBytes());
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "/echo");
        answer(exchange, 302, new byte[0]);
    }

    private void waitForever(HttpExchange exchange) {
        try {
            never.await();
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}

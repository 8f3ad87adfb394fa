package network.opencharging.cpo.ocpp.door;

import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.config.CpoUnderTest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;

/**
 * A station that says exactly what a test tells it to, however wrong; frames are written with
 * apostrophes in place of quotation marks.
 */
public final class RawStation implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private int taken;

    private RawStation(WebSocket.Builder builder, String url) {
        this.socket = builder.buildAsync(URI.create(url), this).join();
    }

    /** One that is known to be at work, connected without a password. */
    static RawStation working(CpoUnderTest cpo, String station, String protocol) {
        cpo.knowsWorking(station);
        RawStation connected = connect(cpo, station, protocol);
        // Answered: so it is known to be there.
        connected.asks("Heartbeat", "{}");
        return connected;
    }

    /** Connects without a password. */
    public static RawStation connect(CpoUnderTest cpo, String station, String... protocols) {
        return connect(cpo, station, Optional.empty(), protocols);
    }

    /**
     * Connects with a password.
     *
     * @throws java.util.concurrent.CompletionException when it is turned away
     */
    public static RawStation connect(
            CpoUnderTest cpo, String station, Optional<String> password, String... protocols) {
        return at(cpo.port(), station, password, protocols);
    }

    /** Connects to whoever listens at that port of this machine. */
    public static RawStation at(
            int port, String station, Optional<String> password, String... protocols) {
        String url = "ws://127.0.0.1:%d/ocpp/%s".formatted(port, station);
        return connect(CLIENT, url, station, password, protocols);
    }

    /** Connects over TLS. */
    static RawStation secure(
            SSLContext tls,
            int port,
            String station,
            Optional<String> password,
            String... protocols) {
        String url = "wss://localhost:%d/ocpp/%s".formatted(port, station);
        HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
        return connect(client, url, station, password, protocols);
    }

    private static RawStation connect(
            HttpClient client,
            String url,
            String station,
            Optional<String> password,
            String... protocols) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        password.ifPresent(secret ->
                builder.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (station + ":" + secret)
                                                        .getBytes(StandardCharsets.UTF_8))));
        if (protocols.length > 0) {
            List<String> rest = new ArrayList<>(List.of(protocols));
            builder.subprotocols(rest.removeFirst(), rest.toArray(String[]::new));
        }
        return new RawStation(builder, url);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            heard.add(JSON.readTree(part.toString()));
            part.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable failure) {
        closed.complete(1006);
    }

    /** Says something and does not wait. */
    public RawStation says(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).join();
        return this;
    }

    /** Says what may be cut off in the middle. */
    public void saysInVain(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).exceptionally(_ -> socket).join();
    }

    /** Says bytes. */
    public void saysBytes(byte... bytes) {
        socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
    }

    /** The next thing that it hears. */
    public JsonNode hears() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> heard.size() > taken);
        return heard.get(taken++);
    }

    /** The next thing that it hears; empty: it was closed before. */
    public Optional<JsonNode> hearsUnlessClosed() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> heard.size() > taken || closed.isDone());
        return heard.size() > taken ? Optional.of(heard.get(taken++)) : Optional.empty();
    }

    /** What it heard and nobody looked at yet. */
    public int unheard() {
        return heard.size() - taken;
    }

    /** Calls, and the payload of the result. */
    public JsonNode asks(String action, String payload) {
        says("[2,'q%d','%s',%s]".formatted(taken, action, payload));
        JsonNode answer = hears();
        if (answer.get(0).asInt() != 3) {
            throw new AssertionError("no result but " + answer);
        }
        return answer.get(2);
    }

    /** Calls with a payload that is taken as it is. */
    public JsonNode asksRaw(String action, String payload) {
        socket.sendText("[2,\"q%d\",\"%s\",%s]".formatted(taken, action, payload), true).join();
        return hears().get(2);
    }

    /** Calls, and the code of the error. */
    public String isRefused(String action, String payload) {
        says("[2,'r%d','%s',%s]".formatted(taken, action, payload));
        JsonNode answer = hears();
        if (answer.get(0).asInt() != 4) {
            throw new AssertionError("no error but " + answer);
        }
        return answer.get(2).asString();
    }

    /** Hears a call and answers it. */
    public JsonNode answers(String payload) {
        JsonNode call = hears();
        says("[3,'%s',%s]".formatted(call.get(1).asString(), payload));
        return call;
    }

    /** With which code it was closed. */
    public int isClosed() {
        return closed.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
    }

    /** Loses its power: nothing is said any more. */
    public void losesPower() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }
}

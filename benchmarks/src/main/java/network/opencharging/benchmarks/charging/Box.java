package network.opencharging.benchmarks.charging;

import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A station of OCPP 1.6 with one connector, which agrees to whatever it is asked for. */
final class Box implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE = 60;
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final BlockingQueue<JsonNode> starts = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Clock clock;
    private final WebSocket socket;

    Box(HttpClient client, URI address, Clock clock) {
        this.clock = clock;
        this.socket =
                client.newWebSocketBuilder()
                        .subprotocols("ocpp1.6")
                        .buildAsync(address, this)
                        .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            JsonText.parse(part.toString()).ifPresent(this::heard);
            part.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void heard(JsonNode frame) {
        String id = frame.path(1).asString("");
        if (frame.path(0).asInt(0) != 2) {
            CompletableFuture<JsonNode> waiting = asked.remove(id);
            if (waiting != null) {
                waiting.complete(frame.path(2));
            }
            return;
        }
        CompletableFuture<WebSocket> _ =
                socket.sendText("[3,\"%s\",{\"status\":\"Accepted\"}]".formatted(id), true);
        if (frame.path(2).asString("").equals("RemoteStartTransaction")) {
            starts.add(frame.path(3));
        }
    }

    private JsonNode says(String action, String payload) throws IOException, InterruptedException {
        String id = "b" + numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        CompletableFuture<WebSocket> _ =
                socket.sendText(
                        "[2,'%s','%s',%s]".formatted(id, action, payload).replace('\'', '"'), true);
        try {
            return answer.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(action + " was not answered", e);
        }
    }

    void boots() throws IOException, InterruptedException {
        says("BootNotification", "{'chargePointVendor':'V','chargePointModel':'M'}");
    }

    /** Its connector is so. */
    void is(String status) throws IOException, InterruptedException {
        says(
                "StatusNotification",
                "{'connectorId':1,'status':'%s','errorCode':'NoError','timestamp':'%s'}"
                        .formatted(status, clock.instant()));
    }

    /** Waits until it is told to start; for whom. */
    String awaitsStart() throws IOException, InterruptedException {
        JsonNode start = starts.poll(PATIENCE, TimeUnit.SECONDS);
        if (start == null) {
            throw new IOException("the station was not told to start");
        }
        return start.path("idTag").asString("");
    }

    /** Energy begins; the transaction. */
    int begins(String idTag, long register) throws IOException, InterruptedException {
        return says(
                        "StartTransaction",
                        "{'connectorId':1,'idTag':'%s','meterStart':%d,'timestamp':'%s'}"
                                .formatted(idTag, register, clock.instant()))
                .path("transactionId")
                .asInt(0);
    }

    /** The meter shows. */
    void meters(int transaction, long register) throws IOException, InterruptedException {
        says(
                "MeterValues",
                ("{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s',"
                                + "'sampledValue':[{'value':'%d','unit':'Wh'}]}]}")
                        .formatted(transaction, clock.instant(), register));
    }

    /** Energy ends. */
    void ends(int transaction, long register) throws IOException, InterruptedException {
        says(
                "StopTransaction",
                "{'transactionId':%d,'meterStop':%d,'timestamp':'%s','reason':'Local'}"
                        .formatted(transaction, register, clock.instant()));
    }

    @Override
    public void close() {
        socket.abort();
    }
}

package network.opencharging.acceptance.dsl;

import static org.awaitility.Awaitility.await;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.seam.Seams;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A station of OCPP 1.6 with one connector that says what a test tells it to, and agrees to
 * whatever it is asked for unless it was told to refuse.
 */
public final class Wallbox implements WebSocket.Listener, AutoCloseable {
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private final Clock clock = Seams.real().clock();
    private volatile String word = "Accepted";
    private int number;

    private Wallbox(URI address) {
        this.socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .subprotocols("ocpp1.6")
                        .buildAsync(address, this)
                        .join();
    }

    /** Connects, starts and is free. */
    public static Wallbox start(URI address) {
        Wallbox box = new Wallbox(address);
        box.says("BootNotification", "{'chargePointVendor':'V','chargePointModel':'M'}");
        box.is("Available");
        return box;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            heard(JsonText.parse(part.toString()).orElseThrow());
            part.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void heard(JsonNode frame) {
        if (frame.get(0).asInt() != 2) {
            answers.add(frame);
            return;
        }
        asked.add(frame);
        CompletableFuture<WebSocket> _ =
                socket.sendText(
                        "[3,\"%s\",{\"status\":\"%s\"}]"
                                .formatted(frame.get(1).asString(), answer(frame)),
                        true);
    }

    /** A lock has words of its own. */
    private String answer(JsonNode call) {
        boolean lock = call.get(2).asString().equals("UnlockConnector");
        return lock && word.equals("Accepted") ? "Unlocked" : word;
    }

    /** Agrees no more. */
    public void refuses() {
        word = "Rejected";
    }

    /** Its connector is so. */
    public void is(String status) {
        says(
                "StatusNotification",
                "{'connectorId':1,'status':'%s','errorCode':'NoError'}".formatted(status));
    }

    private JsonNode says(String action, String payload) {
        String id = "w" + ++number;
        socket.sendText("[2,'%s','%s',%s]".formatted(id, action, payload).replace('\'', '"'), true)
                .join();
        await(action)
                .atMost(Network.PATIENCE)
                .until(() -> answers.stream().anyMatch(one -> one.get(1).asString().equals(id)));
        return answers.stream()
                .filter(one -> one.get(1).asString().equals(id))
                .findFirst()
                .orElseThrow()
                .get(2);
    }

    /** Waits until it was asked for that; the payload. */
    public JsonNode awaits(String action) {
        await("the station is asked for " + action)
                .atMost(Network.PATIENCE)
                .until(() -> asked.stream().anyMatch(one -> one.get(2).asString().equals(action)));
        return asked.stream()
                .filter(one -> one.get(2).asString().equals(action))
                .reduce((_, later) -> later)
                .orElseThrow()
                .get(3);
    }

    /** Energy begins; the transaction. */
    public int begins(String idTag, long register) {
        return says(
                        "StartTransaction",
                        "{'connectorId':1,'idTag':'%s','meterStart':%d,'timestamp':'%s'}"
                                .formatted(idTag, register, clock.instant()))
                .path("transactionId")
                .asInt();
    }

    /** What the central system says of a card. */
    public String authorizes(String idTag) {
        return says("Authorize", "{'idTag':'%s'}".formatted(idTag))
                .path("idTagInfo")
                .path("status")
                .asString();
    }

    /** The meter shows. */
    public void meters(int transaction, long register) {
        says(
                "MeterValues",
                ("{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s',"
                                + "'sampledValue':[{'value':'%d','unit':'Wh'}]}]}")
                        .formatted(transaction, clock.instant(), register));
    }

    /** Energy ends. */
    public void ends(int transaction, long register, String reason) {
        says(
                "StopTransaction",
                "{'transactionId':%d,'meterStop':%d,'timestamp':'%s','reason':'%s'}"
                        .formatted(transaction, register, clock.instant(), reason));
    }

    @Override
    public void close() {
        socket.abort();
    }
}

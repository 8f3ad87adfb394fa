package network.opencharging.cpo.trial;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A station (OCPP 1.6) that outlives its central system: what was not answered it says again, in
 * order, once it is connected again.
 */
final class StubbornStation implements WebSocket.Listener, Device {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BOOT =
            "'BootNotification',{'chargePointVendor':'V','chargePointModel':'M'}";
    private final String url;
    private final long first;
    private final Instant begin;
    private final Deque<String> unsaid = new ArrayDeque<>();
    private final StringBuilder part = new StringBuilder();
    private Optional<WebSocket> socket = Optional.empty();
    private int number;
    private String waitsFor = "";
    private boolean ordered;
    private boolean stopped;
    private int transaction;

    /**
     * @param first what its meter shows at the beginning
     */
    StubbornStation(int port, String name, long first, Instant begin) {
        this.url = "ws://127.0.0.1:%d/ocpp/%s".formatted(port, name);
        this.first = first;
        this.begin = begin;
    }

    /** Comes again when it is cut off; whether it is connected. */
    @Override
    public synchronized boolean isThere() {
        if (socket.filter(open -> !open.isOutputClosed()).isPresent()) {
            return true;
        }
        waitsFor = "";
        part.setLength(0);
        try {
            socket =
                    Optional.of(
                            CLIENT.newWebSocketBuilder()
                                    .subprotocols("ocpp1.6")
                                    .buildAsync(URI.create(url), this)
                                    .join());
            unsaid.addFirst(status());
            unsaid.addFirst(BOOT);
            sayNext();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private String status() {
        boolean charges = transaction > 0 && !stopped;
        return "'StatusNotification',{'connectorId':1,'status':'%s','errorCode':'NoError'}"
                .formatted(charges ? "Charging" : "Available");
    }

    /** Whether everything is said. */
    @Override
    public synchronized boolean isDone() {
        return stopped && unsaid.isEmpty();
    }

    private void say(String call) {
        unsaid.addLast(call);
        sayNext();
    }

    private void sayNext() {
        if (waitsFor.isEmpty() && !unsaid.isEmpty()) {
            waitsFor = "s" + ++number;
            send("[2,'%s',%s]".formatted(waitsFor, unsaid.getFirst()));
        }
    }

    private void send(String text) {
        socket.ifPresent(open -> {
            CompletableFuture<WebSocket> _ =
                    open.sendText(text.replace('\'', '"'), true).exceptionally(_ -> open);
        });
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            JsonNode frame = JSON.readTree(part.toString());
            part.setLength(0);
            if (frame.get(0).asInt() == 2) {
                called(frame);
            } else if (frame.get(1).asString().equals(waitsFor)) {
                answered(frame);
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void called(JsonNode frame) {
        String action = frame.get(2).asString();
        boolean accepted =
                switch (action) {
                    case "RemoteStartTransaction" -> !ordered;
                    case "RemoteStopTransaction" -> transaction > 0 && !stopped;
                    default -> true;
                };
        send(
                "[3,'%s',{'status':'%s'}]"
                        .formatted(frame.get(1).asString(), accepted ? "Accepted" : "Rejected"));
        if (accepted && action.equals("RemoteStartTransaction")) {
            ordered = true;
            say(
                    ("'StartTransaction',{'connectorId':1,'idTag':'%s','meterStart':%d,"
                                    + "'timestamp':'%s'}")
                            .formatted(frame.get(3).path("idTag").asString(), first, begin));
        } else if (accepted && action.equals("RemoteStopTransaction")) {
            stopped = true;
            say(meter(first + 1_400, 20));
            say(
                    ("'StopTransaction',{'transactionId':%d,'meterStop':%d,'timestamp':'%s',"
                                    + "'reason':'Remote'}")
                            .formatted(transaction, first + 1_600, begin.plusSeconds(30)));
            say(status());
        }
    }

    private String meter(long register, int second) {
        return ("'MeterValues',{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s',"
                        + "'sampledValue':[{'value':'%d','unit':'Wh'}]}]}")
                .formatted(transaction, begin.plusSeconds(second), register);
    }

    private void answered(JsonNode frame) {
        String said = unsaid.removeFirst();
        waitsFor = "";
        if (said.startsWith("'StartTransaction'")) {
            transaction = frame.get(2).path("transactionId").asInt();
            unsaid.addLast(status());
            unsaid.addLast(meter(first + 800, 10));
        }
        sayNext();
    }

    @Override
    public synchronized CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        socket = Optional.empty();
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable failure) {
        socket = Optional.empty();
    }

    @Override
    public synchronized String toString() {
        return "ordered %s, transaction %d, stopped %s, waits for %s, has to say %s"
                .formatted(ordered, transaction, stopped, waitsFor, unsaid);
    }

    @Override
    public synchronized void close() {
        socket.ifPresent(WebSocket::abort);
    }
}

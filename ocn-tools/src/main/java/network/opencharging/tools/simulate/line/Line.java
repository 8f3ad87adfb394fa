package network.opencharging.tools.simulate.line;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import javax.net.ssl.SSLException;

/** A connection to a central system. What is said goes out in order, and never waits. */
public final class Line {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LARGEST = 4 << 20;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int BUSY = 503;

    private final HttpClient client;
    private final WebSocket socket;
    private final Hearing hearing;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    private Line(HttpClient client, WebSocket socket, Hearing hearing) {
        this.client = client;
        this.socket = socket;
        this.hearing = hearing;
    }

    /**
     * Connects.
     *
     * @throws IOException saying why not, and what to do
     */
    public static Line open(Door door, Ears ears) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(PATIENCE);
        door.tls().ifPresent(builder::sslContext);
        HttpClient client = builder.build();
        Hearing hearing = new Hearing(ears);
        WebSocket.Builder socket =
                client.newWebSocketBuilder()
                        .connectTimeout(PATIENCE)
                        .subprotocols(door.subprotocol());
        door.password()
                .ifPresent(password -> socket.header("Authorization", basic(door, password)));
        try {
            WebSocket open = socket.buildAsync(door.url(), hearing).join();
            if (!open.getSubprotocol().equals(door.subprotocol())) {
                open.abort();
                throw new IOException(
                        "%s does not speak %s".formatted(door.url(), door.subprotocol()));
            }
            return new Line(client, open, hearing);
        } catch (CompletionException e) {
            client.shutdownNow();
            throw new IOException(reason(door, e.getCause()), e);
        } catch (IOException e) {
            client.shutdownNow();
            throw e;
        }
    }

    private static String basic(Door door, String password) {
        byte[] both = (door.user() + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String reason(Door door, @Nullable Throwable cause) {
        return switch (cause) {
            case WebSocketHandshakeException refused ->
                    "%s refuses with HTTP %d%s"
                            .formatted(
                                    door.url(),
                                    refused.getResponse().statusCode(),
                                    hint(refused.getResponse().statusCode()));
            case SSLException tls -> "TLS with %s fails: %s".formatted(door.url(), reason(tls));
            case ConnectException _ -> "nobody listens at " + door.url();
            case null -> door.url() + " cannot be reached";
            default -> "%s cannot be reached: %s".formatted(door.url(), cause);
        };
    }

    private static String reason(SSLException tls) {
        String said = String.valueOf(tls.getMessage());
        return said.contains("PKIX")
                ? "nobody whom it believes has signed the certificate there; --ca-file says whom to"
                        + " believe"
                : said;
    }

    private static String hint(int status) {
        return switch (status) {
            case UNAUTHORIZED -> ": password or certificate is not this identity's";
            case NOT_FOUND -> ": it does not know this identity, or the path is another";
            case BUSY -> ": it asks to come again later";
            default -> "";
        };
    }

    /** Hears what comes from now on. */
    public void listen() {
        socket.request(1);
    }

    /** Says a text. */
    public void say(String text) {
        enqueue(there -> there.sendText(text, true));
    }

    /** Says bytes, which OCPP does not allow. */
    public void say(byte[] bytes) {
        enqueue(there -> there.sendBinary(ByteBuffer.wrap(bytes), true));
    }

    private synchronized void enqueue(Function<WebSocket, CompletableFuture<WebSocket>> saying) {
        // What fails is heard by the ears: the line is at its end then.
        last = last.handle((_, _) -> socket).thenCompose(saying);
    }

    /** From now on it does not read what comes: the other side's buffers fill. */
    public void goDeaf() {
        hearing.deaf.set(true);
    }

    /** Breaks off without a farewell, as when the power fails. */
    public void cut() {
        hearing.over.set(true);
        socket.abort();
        client.shutdownNow();
    }

    /** Ends as the protocol wants it, after what was said before. */
    public void hangUp() {
        hearing.over.set(true);
        synchronized (this) {
            last =
                    last.handle((_, _) -> socket)
                            .thenCompose(there ->
                                    there.sendClose(WebSocket.NORMAL_CLOSURE, "the station ends"))
                            .orTimeout(1, TimeUnit.SECONDS)
                            .whenComplete((_, _) -> client.shutdown());
        }
    }

    private static final class Hearing implements WebSocket.Listener {
        private final Ears ears;
        private final AtomicBoolean deaf = new AtomicBoolean();
        private final AtomicBoolean over = new AtomicBoolean();
        private final StringBuilder part = new StringBuilder();

        Hearing(Ears ears) {
            this.ears = ears;
        }

        @Override
        public void onOpen(WebSocket socket) {
            // Nothing is heard before somebody listens.
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (part.length() > LARGEST) {
                socket.abort();
                end("it sent more than %d letters in one message".formatted(LARGEST));
                return null;
            }
            if (last) {
                String whole = part.toString();
                part.setLength(0);
                ears.heard(whole);
            }
            if (!deaf.get()) {
                socket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            end("closed with %d%s".formatted(code, reason.isEmpty() ? "" : " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            end("broken: " + failure.getMessage());
        }

        private void end(String why) {
            if (over.compareAndSet(false, true)) {
                ears.ended(why);
            }
        }
    }
}

package network.opencharging.bridge.call;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests whose whole answer must come in time. The client of Java 25 stops its watch at the
 * headers: who sends them and then hangs would hold a thread for ever.
 */
public final class Timely {
    private Timely() {}

    /**
     * The answer, body and all.
     *
     * @param request has a timeout
     * @throws IOException when there is none, or not in time
     */
    public static <T> HttpResponse<T> send(
            HttpClient http, HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Duration patience = request.timeout().orElseThrow();
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, handler);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw late(patience, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        }
    }

    private static IOException late(Duration patience, TimeoutException cause) {
        IOException late =
                new HttpTimeoutException("no whole answer within " + patience.toMillis() + " ms");
        late.initCause(cause);
        return late;
    }
}

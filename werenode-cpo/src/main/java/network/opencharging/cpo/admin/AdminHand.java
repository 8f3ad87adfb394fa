package network.opencharging.cpo.admin;

import network.opencharging.cpo.process.Duties;
import network.opencharging.cpo.process.Errand;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks this process' own API for another process, which cannot answer by itself. */
public final class AdminHand implements Duties.Hand {
    /** The kind of errand that this hand does. */
    public static final String KIND = "admin";

    /** Beside the operator's key: for whom something is asked, as a line. */
    public static final String FOR = "X-Cpo-For";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final Supplier<String> base;
    private final String key;

    /**
     * @param base where the API is, {@code http://127.0.0.1:8281}; known once the server runs
     */
    public AdminHand(HttpClient client, Supplier<String> base, String key) {
        this.client = client;
        this.base = base;
        this.key = key;
    }

    @Override
    public CompletableFuture<String> carryOut(Errand errand) {
        AdminText.Request asked = AdminText.Request.read(errand.content());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base.get() + asked.path()))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + key)
                        .header(PlugsFilter.AGAIN, "true")
                        .header(FOR, asked.who())
                        .header("Content-Type", "application/json")
                        .method(asked.method(), HttpRequest.BodyPublishers.ofString(asked.body()))
                        .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(
                        answer -> new AdminText.Answer(answer.statusCode(), answer.body()).write());
    }
}

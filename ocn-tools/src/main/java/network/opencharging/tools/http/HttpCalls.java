package network.opencharging.tools.http;

import network.opencharging.protocol.message.Headers;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests over HTTP/1.1: no redirects, a deadline, a limit on what is read back. */
public final class HttpCalls implements AutoCloseable, Caller {
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;

    private final HttpClient client;
    private final Duration deadline;

    private HttpCalls(HttpClient client, Duration deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /**
     * A client whose requests fail when they are not answered in time.
     *
     * @param deadline for one request from the first byte sent to the last header received
     */
    public static HttpCalls within(Duration deadline) {
        return new HttpCalls(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(deadline)
                        .build(),
                deadline);
    }

    /**
     * Sends one request and reads the answer.
     *
     * @throws IOException when nobody answers, not in time, or more than 64 MiB
     */
    @Override
    public Answer send(Request request) throws IOException {
        HttpResponse<InputStream> response = exchange(request);
        return Answer.of(
                response.statusCode(), Headers.ofMany(response.headers().map()), read(response));
    }

    /**
     * Sends one request and hands over the body of the answer as it comes, of any length.
     *
     * @throws IOException when nobody answers in time, or not with 200
     */
    public InputStream open(Request request) throws IOException {
        HttpResponse<InputStream> response = exchange(request);
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("the answer is HTTP " + response.statusCode());
        }
        return response.body();
    }

    private HttpResponse<InputStream> exchange(Request request) throws IOException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.target())
                        .timeout(deadline)
                        .method(
                                request.method(),
                                request.body().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(request.body()));
        headers(request, builder);
        try {
            return client.send(builder.build(), BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new IOException("no answer within " + deadline.toSeconds() + " s", e);
        } catch (ConnectException e) {
            throw new IOException("nobody listens at " + request.target().getAuthority(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }

    private static void headers(Request request, HttpRequest.Builder builder) throws IOException {
        for (var header : request.headers().asMap().entrySet()) {
            try {
                builder.setHeader(header.getKey(), header.getValue());
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        "the header %s has letters that cannot be sent".formatted(header.getKey()),
                        e);
            }
        }
    }

    private static String read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(LARGEST_ANSWER + 1);
            if (body.length > LARGEST_ANSWER) {
                throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
            }
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

package network.opencharging.registry.chain.rpc;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One address where the chain is asked. Its chain id is checked before anything else is believed.
 */
final class Endpoint {
    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;
    private static final String CHAIN_ID =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"eth_chainId\",\"params\":[]}";
    private static final Pattern RESULT =
            Pattern.compile("\"result\"\\s*:\\s*\"(0x[0-9a-fA-F]+)\"");

    private final URI url;
    private final HttpClient client;
    private final long chainId;
    private final Duration deadline;
    private volatile boolean checked;

    Endpoint(URI url, HttpClient client, long chainId, Duration deadline) {
        this.url = url;
        this.client = client;
        this.chainId = chainId;
        this.deadline = deadline;
    }

    /** Scheme, host and port: paths and user names often hold a key, which nobody needs to read. */
    String name() {
        return url.getScheme()
                + "://"
                + url.getHost()
                + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    /**
     * Asks.
     *
     * @throws WrongChain when this is another chain
     * @throws IOException when it does not answer as it should, or not in time
     */
    byte[] ask(String payload) throws IOException {
        if (!checked) {
            checkChain();
        }
        try {
            return post(payload);
        } catch (IOException e) {
            checked = false;
            throw e;
        }
    }

    private void checkChain() throws IOException {
        String answer = new String(post(CHAIN_ID), StandardCharsets.UTF_8);
        Matcher matcher = RESULT.matcher(answer);
        String found = matcher.find() ? Long.decode(matcher.group(1)).toString() : "unknown";
        if (!found.equals(Long.toString(chainId))) {
            throw new WrongChain(name(), found, chainId);
        }
        checked = true;
    }

    private byte[] post(String payload) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(withoutUser())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(payload));
        if (url.getRawUserInfo() != null) {
            byte[] user = url.getUserInfo().getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        HttpResponse<byte[]> response = await(answer);
        // Some nodes send their JSON-RPC errors with status 400: what is JSON is read.
        if (response.statusCode() >= 500
                || response.statusCode() == 429
                || !isJson(response.body())) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        return response.body();
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer)
            throws IOException {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + deadline.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(said(e), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private URI withoutUser() {
        String text = url.toString();
        return url.getRawUserInfo() == null
                ? url
                : URI.create(text.replace(url.getRawUserInfo() + "@", ""));
    }

    private static boolean isJson(byte[] body) {
        return body.length > 0 && (body[0] == '{' || body[0] == '[');
    }

    /** Of a connection that is not made the JDK has no words. */
    private static String said(ExecutionException e) {
        Throwable last = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "its name is not known";
            }
            if (cause.getMessage() != null && !(cause instanceof ExecutionException)) {
                return cause.getMessage();
            }
            last = cause;
        }
        return last instanceof ConnectException || last instanceof ClosedChannelException
                ? "the connection is refused"
                : last.getClass().getSimpleName();
    }
}

package network.opencharging.node.client;

import network.opencharging.node.client.CallResult.Answered;
import network.opencharging.node.client.CallResult.Reason;
import network.opencharging.node.client.CallResult.Unanswered;

import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import okio.Buffer;
import okio.BufferedSource;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Calls other servers. Meant for virtual threads: a call blocks its thread until the answer is
 * whole or the deadline has passed.
 *
 * <p>Redirects are not followed: they would carry a token to an address nobody announced. A body is
 * never sent twice: repeating a POST is not the node's to decide.
 */
public final class HttpCaller implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final OkHttpClient http;
    private final AddressFence fence;
    private final ClientLimits limits;
    private final Bulkheads bulkheads;

    /**
     * A caller within these limits.
     *
     * @param fence which addresses may be called
     * @param limits sizes and times
     */
    public HttpCaller(AddressFence fence, ClientLimits limits) {
        this(fence, limits, Dns.SYSTEM);
    }

    HttpCaller(AddressFence fence, ClientLimits limits, Dns resolver) {
        this.fence = fence;
        this.limits = limits;
        this.bulkheads = new Bulkheads(limits.callsPerHost());
        this.http =
                new OkHttpClient.Builder()
                        .dns(new FencedDns(fence, resolver, limits.connect()))
                        .proxy(Proxy.NO_PROXY)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(limits.connect())
                        .readTimeout(0, TimeUnit.MILLISECONDS)
                        .writeTimeout(0, TimeUnit.MILLISECONDS)
                        .connectionPool(new ConnectionPool(256, 1, TimeUnit.MINUTES))
                        .build();
    }

    /** Makes the call and waits for its end. */
    public CallResult send(Call call) {
        HttpUrl url = HttpUrl.parse(call.url());
        if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
            return new Unanswered(Reason.UNUSABLE_URL, "not an absolute http or https URL");
        }
        if (isFencedLiteral(url.host())) {
            return new Unanswered(Reason.FORBIDDEN_ADDRESS, url.host() + " may not be called");
        }
        return bulkheads.within(
                url.host() + ":" + url.port(),
                () -> exchange(call, url),
                () ->
                        new Unanswered(
                                Reason.CROWDED,
                                "too many calls to " + url.host() + " are waiting"));
    }

    /** Closes the connections that stand idle. */
    @Override
    public void close() {
        http.connectionPool().evictAll();
    }

    /** Address literals never reach the name look-up, so they are checked here. */
    private boolean isFencedLiteral(String host) {
        return AddressRange.looksLikeAddress(host)
                && !fence.permits(host, AddressRange.parse(host).network());
    }

    private CallResult exchange(Call call, HttpUrl url) {
        okhttp3.Call exchange = http.newCall(request(call, url));
        exchange.timeout().timeout(call.deadline().toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = exchange.execute()) {
            return read(response);
        } catch (FencedDns.ForbiddenAddressException e) {
            return new Unanswered(Reason.FORBIDDEN_ADDRESS, said(e));
        } catch (InterruptedIOException e) {
            return new Unanswered(Reason.TIMEOUT, url.host() + " did not answer in time");
        } catch (IOException e) {
            return new Unanswered(Reason.UNREACHABLE, url.host() + ": " + said(e));
        }
    }

    private static Request request(Call call, HttpUrl url) {
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", "ocn-node")
                        .method(call.method(), body(call).orElse(null));
        call.headers().forEach(request::header);
        return request.build();
    }

    private static Optional<RequestBody> body(Call call) {
        boolean needed = !call.method().equals("GET") && !call.method().equals("DELETE");
        return call.body()
                .or(() -> needed ? Optional.of(NOTHING) : Optional.empty())
                .map(OneShotBody::new);
    }

    private CallResult read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        Buffer whole = new Buffer();
        while (source.read(whole, 64 * 1024) >= 0) {
            if (whole.size() > limits.answerBytes()) {
                return new Unanswered(
                        Reason.TOO_LARGE,
                        "the answer is larger than " + limits.answerBytes() + " bytes");
            }
        }
        return new Answered(response.code(), headers(response), whole.readByteArray());
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers()
                .toMultimap()
                .forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    private static String said(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }
}

package network.opencharging.node.client;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;

import network.opencharging.node.client.CallResult.Reason;
import network.opencharging.node.client.CallResult.Unanswered;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import javax.net.ssl.SSLException;

/**
 * Calls other servers. Meant for virtual threads: a call blocks its thread until the answer is
 * whole or the deadline has passed.
 *
 * <p>Redirects are not followed: they would carry a token to an address nobody announced. A body is
 * never sent twice: repeating a POST is not the node's to decide.
 */
// What fails on a connection closes it, and its closing is told: nobody has to wait for the future.
@SuppressWarnings("FutureReturnValueIgnored")
public final class HttpCaller implements AutoCloseable {
    private static final byte[] NOTHING = {};
    private static final Set<String> BODILESS = Set.of("GET", "DELETE");
    private static final long CLEANING = 5;

    private final AddressFence fence;
    private final Bulkheads bulkheads;
    private final Connections connections;
    private final EventLoopGroup loops;
    private final HashedWheelTimer deadlines =
            new HashedWheelTimer(
                    new DefaultThreadFactory("deadlines of calls", true),
                    20,
                    TimeUnit.MILLISECONDS,
                    1024);

    /**
     * A caller within these limits.
     *
     * @param fence which addresses may be called
     * @param limits sizes and times
     */
    public HttpCaller(AddressFence fence, ClientLimits limits) {
        this(fence, limits, Resolver.SYSTEM);
    }

    /**
     * The same speaking TLS with these contexts, asked for each connection.
     *
     * @param tls whom the node believes and how it shows who it is
     */
    public HttpCaller(AddressFence fence, ClientLimits limits, Supplier<SslContext> tls) {
        this(fence, limits, Resolver.SYSTEM, tls);
    }

    HttpCaller(AddressFence fence, ClientLimits limits, Resolver resolver) {
        this(fence, limits, resolver, systemTrust());
    }

    HttpCaller(
            AddressFence fence, ClientLimits limits, Resolver resolver, Supplier<SslContext> tls) {
        this.fence = fence;
        this.bulkheads = new Bulkheads(limits.callsPerHost());
        this.loops =
                new MultiThreadIoEventLoopGroup(
                        Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                        new DefaultThreadFactory("calls", true),
                        NioIoHandler.newFactory());
        this.connections =
                new Connections(
                        loops,
                        new FencedResolver(fence, resolver, limits.connect()),
                        limits,
                        tls,
                        System::nanoTime);
        loops.scheduleWithFixedDelay(connections::closeOld, CLEANING, CLEANING, TimeUnit.SECONDS);
    }

    private static Supplier<SslContext> systemTrust() {
        try {
            SslContext system = SslContextBuilder.forClient().sslProvider(SslProvider.JDK).build();
            return () -> system;
        } catch (SSLException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Makes the call and waits for its end. */
    public CallResult send(Call call) {
        Optional<CallUrl> url = CallUrl.parse(call.url());
        if (url.isEmpty()) {
            return new Unanswered(Reason.UNUSABLE_URL, "not an absolute http or https URL");
        }
        Peer peer = url.get().peer();
        if (isFencedLiteral(peer.host())) {
            return new Unanswered(Reason.FORBIDDEN_ADDRESS, peer.host() + " may not be called");
        }
        return bulkheads.within(
                peer.host() + ":" + peer.port(),
                () -> exchange(call, url.get()),
                () ->
                        new Unanswered(
                                Reason.CROWDED,
                                "too many calls to " + peer.host() + " are waiting"));
    }

    /** Address literals are refused before anything is looked up. */
    private boolean isFencedLiteral(String host) {
        return AddressRange.looksLikeAddress(host)
                && !fence.permits(host, AddressRange.parse(host).network());
    }

    private CallResult exchange(Call call, CallUrl url) {
        long until = System.nanoTime() + call.deadline().toNanos();
        Channel used = connections.idle(url.peer());
        if (used == null) {
            return anew(call, url, until);
        }
        CallResult result = over(used, call, url, until);
        return closedMeanwhile(result, used) && call.body().isEmpty() && isSafe(call.method())
                ? anew(call, url, until)
                : result;
    }

    /** A server may close a connection that stood idle in the very moment in which it is used. */
    private static boolean closedMeanwhile(CallResult result, Channel used) {
        return result instanceof Unanswered(Reason reason, var _)
                && reason == Reason.UNREACHABLE
                && Exchange.on(used).isUntouched();
    }

    private static boolean isSafe(String method) {
        return method.equals("GET");
    }

    private CallResult anew(Call call, CallUrl url, long until) {
        Peer peer = url.peer();
        try {
            CompletableFuture<Channel> opening = connections.open(peer);
            try {
                return over(
                        opening.get(until - System.nanoTime(), TimeUnit.NANOSECONDS),
                        call,
                        url,
                        until);
            } catch (TimeoutException e) {
                opening.thenAccept(Channel::close);
                return late(peer);
            }
        } catch (FencedResolver.ForbiddenAddressException e) {
            return new Unanswered(
                    Reason.FORBIDDEN_ADDRESS, peer.host() + " has no address that may be called");
        } catch (ExecutionException e) {
            return Exchange.unreachable(peer, e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            return Exchange.unreachable(peer, e);
        } catch (InterruptedException e) {
            return interrupted(peer);
        }
    }

    private CallResult over(Channel channel, Call call, CallUrl url, long until) {
        CompletableFuture<CallResult> end = new CompletableFuture<>();
        Timeout deadline =
                deadlines.newTimeout(
                        late -> end.complete(late(url.peer())),
                        until - System.nanoTime(),
                        TimeUnit.NANOSECONDS);
        Exchange.on(channel).send(channel, request(call, url), call.room(), end);
        try {
            return end.get();
        } catch (InterruptedException e) {
            return interrupted(url.peer());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            deadline.cancel();
            connections.release(url.peer(), channel, end);
        }
    }

    private static DefaultFullHttpRequest request(Call call, CallUrl url) {
        byte[] body = call.body().orElse(NOTHING);
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1,
                        HttpMethod.valueOf(call.method()),
                        url.target(),
                        Unpooled.wrappedBuffer(body));
        HttpHeaders headers = request.headers();
        headers.set(HttpHeaderNames.HOST, url.peer().authority());
        headers.set(HttpHeaderNames.USER_AGENT, "ocn-node");
        headers.set(HttpHeaderNames.ACCEPT_ENCODING, "gzip");
        if (body.length > 0 || !BODILESS.contains(call.method())) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        }
        call.headers().forEach(headers::set);
        return request;
    }

    private static Unanswered late(Peer peer) {
        return new Unanswered(Reason.TIMEOUT, peer.host() + " did not answer in time");
    }

    private static Unanswered interrupted(Peer peer) {
        Thread.currentThread().interrupt();
        return new Unanswered(Reason.UNREACHABLE, peer.host() + ": the node is closing");
    }

    /** Closes the connections; whoever still waits for an answer hears that none came. */
    @Override
    public void close() {
        connections.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        deadlines.stop().forEach(HttpCaller::end);
    }

    private static void end(Timeout waiting) {
        try {
            waiting.task().run(waiting);
        } catch (Exception e) {
            throw new IllegalStateException("a deadline only tells that it has come", e);
        }
    }
}

package network.opencharging.node.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Connections to servers, kept open for the next call. */
// What fails on a connection closes it, and its closing is told: nobody has to wait for the future.
@SuppressWarnings("FutureReturnValueIgnored")
final class Connections implements AutoCloseable {
    private static final AttributeKey<Long> IDLE_SINCE = AttributeKey.valueOf("idle since");
    private static final long LONGEST_IDLE = 60_000_000_000L;
    private static final int LINE = 4096;
    private static final int HEADERS = 256 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final EventLoopGroup loops;
    private final Resolver resolver;
    private final ClientLimits limits;
    private final Supplier<SslContext> tls;
    private final LongSupplier nanoseconds;
    private final ConcurrentMap<Peer, Deque<Channel>> idle = new ConcurrentHashMap<>();

    /** Over TLS they believe whom this context believes, which is asked for each of them. */
    Connections(
            EventLoopGroup loops,
            Resolver resolver,
            ClientLimits limits,
            Supplier<SslContext> tls,
            LongSupplier nanoseconds) {
        this.loops = loops;
        this.resolver = resolver;
        this.limits = limits;
        this.tls = tls;
        this.nanoseconds = nanoseconds;
    }

    /** A connection that stands already; null when there is none. */
    @Nullable Channel idle(Peer peer) {
        Deque<Channel> all = idle.get(peer);
        if (all == null) {
            return null;
        }
        for (Channel channel = all.pollFirst(); channel != null; channel = all.pollFirst()) {
            if (channel.isActive() && isFresh(channel)) {
                return channel;
            }
            channel.close();
        }
        return null;
    }

    private boolean isFresh(Channel channel) {
        return nanoseconds.getAsLong() - channel.attr(IDLE_SINCE).get() < LONGEST_IDLE;
    }

    /** Keeps it for the next call, when it can be used again. */
    void release(Peer peer, Channel channel, CompletableFuture<CallResult> ended) {
        boolean whole = ended.isDone() && ended.join() instanceof CallResult.Answered;
        if (!whole || !Exchange.on(channel).isReusable() || !channel.isActive()) {
            channel.close();
            return;
        }
        channel.attr(IDLE_SINCE).set(nanoseconds.getAsLong());
        Deque<Channel> all = idle.computeIfAbsent(peer, any -> new ConcurrentLinkedDeque<>());
        all.addFirst(channel);
        closeOldest(all);
        if (all.isEmpty()) {
            idle.remove(peer, all);
        }
    }

    /** The last of them has waited longest. */
    private void closeOldest(Deque<Channel> all) {
        Channel oldest = all.peekLast();
        if (oldest != null && !isFresh(oldest) && all.remove(oldest)) {
            oldest.close();
        }
    }

    /** Closes what has stood idle too long; to be called now and then. */
    void closeOld() {
        idle.forEach((peer, all) -> {
            all.removeIf(channel -> {
                boolean old = !channel.isActive() || !isFresh(channel);
                if (old) {
                    channel.close();
                }
                return old;
            });
            idle.computeIfPresent(peer, (same, left) -> left.isEmpty() ? null : left);
        });
    }

    /**
     * A new connection, to the first of the addresses that takes it.
     *
     * @throws IOException when the name leads nowhere or nowhere that may be called
     */
    CompletableFuture<Channel> open(Peer peer) throws IOException {
        List<InetAddress> addresses = resolver.lookup(peer.host());
        CompletableFuture<Channel> opened = new CompletableFuture<>();
        open(peer, addresses, opened);
        return opened;
    }

    private void open(Peer peer, List<InetAddress> addresses, CompletableFuture<Channel> opened) {
        new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) limits.connect().toMillis())
                .handler(handlers(peer))
                .connect(new InetSocketAddress(addresses.getFirst(), peer.port()))
                .addListener((ChannelFuture done) -> {
                    if (done.isSuccess()) {
                        secured(done.channel(), opened);
                    } else if (addresses.size() > 1) {
                        open(peer, addresses.subList(1, addresses.size()), opened);
                    } else {
                        opened.completeExceptionally(done.cause());
                    }
                });
    }

    /** Over TLS it is open when both have shaken hands. */
    private static void secured(Channel channel, CompletableFuture<Channel> opened) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            opened.complete(channel);
            return;
        }
        tls.handshakeFuture()
                .addListener(shaken -> {
                    if (shaken.isSuccess()) {
                        opened.complete(channel);
                    } else {
                        opened.completeExceptionally(shaken.cause());
                        channel.close();
                    }
                });
    }

    private ChannelInitializer<Channel> handlers(Peer peer) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                if (peer.secure()) {
                    SslHandler handler =
                            tls.get().newHandler(channel.alloc(), peer.host(), peer.port());
                    handler.setHandshakeTimeoutMillis(limits.connect().toMillis());
                    channel.pipeline().addLast(handler);
                }
                channel.pipeline()
                        .addLast(
                                new HttpClientCodec(LINE, HEADERS, CHUNK),
                                new HttpContentDecompressor(0),
                                new Exchange(peer, limits.answerBytes()));
            }
        };
    }

    @Override
    public void close() {
        idle.values().forEach(all -> all.forEach(Channel::close));
        idle.clear();
    }
}

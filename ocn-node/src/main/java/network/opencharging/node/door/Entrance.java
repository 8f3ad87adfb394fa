package network.opencharging.node.door;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;

import network.opencharging.node.message.Noise;
import network.opencharging.node.message.Refusal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The node's public port. What is passed on goes to the {@link Doors}, one virtual thread a
 * message; everything else is handed over to the {@link Backstage}.
 */
// What fails on a connection closes it, and its closing is told: nobody has to wait for the future.
@SuppressWarnings("FutureReturnValueIgnored")
public final class Entrance {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
    private static final int LINE = 16 * 1024;
    private static final int CHUNK = 64 * 1024;
    private static final int GENEROUS = 4;
    private static final long ROUND = 1;
    private static final long BETWEEN_LINES = 1_000_000_000L;

    private final Doors doors;
    private final Backstage backstage;
    private final EntranceLimits limits;
    private final Optional<Supplier<SslContext>> tls;
    private final Capacity capacity;
    private final LongSupplier nanoseconds;
    private final ConcurrentMap<ChannelHandlerContext, Visit> visits = new ConcurrentHashMap<>();
    private final AtomicLong lastLine = new AtomicLong();
    private final EventLoopGroup loops;
    private @Nullable Channel port;

    /**
     * Closed.
     *
     * @param doors what passes messages on
     * @param backstage what answers everything else
     * @param limits sizes, numbers and times
     * @param tls what the port speaks TLS with, asked for each connection; plain HTTP when empty
     * @param nanoseconds a clock that never goes back, as {@link System#nanoTime()}
     */
    public Entrance(
            Doors doors,
            Backstage backstage,
            EntranceLimits limits,
            Optional<Supplier<SslContext>> tls,
            LongSupplier nanoseconds) {
        this.doors = doors;
        this.backstage = backstage;
        this.limits = limits;
        this.tls = tls;
        this.capacity = new Capacity(limits.messages(), limits.bytes());
        this.nanoseconds = nanoseconds;
        this.loops =
                new MultiThreadIoEventLoopGroup(
                        Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                        new DefaultThreadFactory("door", true),
                        NioIoHandler.newFactory());
    }

    /**
     * Opens the port.
     *
     * @throws IOException when it cannot be had
     */
    public void open(InetSocketAddress address) throws IOException {
        try {
            port =
                    new ServerBootstrap()
                            .group(loops)
                            .channel(NioServerSocketChannel.class)
                            .option(ChannelOption.SO_BACKLOG, 1024)
                            .option(ChannelOption.SO_REUSEADDR, true)
                            .childOption(ChannelOption.TCP_NODELAY, true)
                            .childHandler(new Greeting())
                            .bind(address)
                            .sync()
                            .channel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        loops.scheduleWithFixedDelay(this::closeStuck, ROUND, ROUND, TimeUnit.SECONDS);
    }

    private final class Greeting extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            if (visits.size() >= limits.connections()) {
                channel.close();
                return;
            }
            tls.ifPresent(context ->
                    channel.pipeline().addLast(new TlsOnly(context.get(), Entrance.this::plain)));
            channel.pipeline()
                    .addLast(
                            new HttpServerCodec(
                                    LINE, GENEROUS * limits.door().headerBytes(), CHUNK),
                            new Visit(Entrance.this));
        }
    }

    /** Plain text where TLS is spoken. */
    private void plain() {
        noise(Noise.PLAIN_TEXT, "plain text");
    }

    /** No TLS came about. */
    void withoutTls(Throwable cause) {
        noise(Noise.TLS, String.valueOf(cause.getMessage()));
    }

    private void noise(Noise noise, String said) {
        doors.noise(noise);
        if (isTimeForALine()) {
            LOG.info("somebody was not let in to where TLS is spoken: {}", said);
        }
    }

    /** The port that is open; -1 when none is. */
    public int port() {
        return port != null && port.localAddress() instanceof InetSocketAddress address
                ? address.getPort()
                : -1;
    }

    /** Messages on their way. */
    public int underWay() {
        return capacity.messages();
    }

    /** Lets nobody in any more; who has a request under way gets the answer. */
    public void closeSoon() {
        if (port != null) {
            port.close();
        }
        visits.forEach(
                (context, visit) -> context.executor().execute(() -> visit.closeSoon(context)));
    }

    /** Whether every visitor has gone. */
    public boolean isEmpty() {
        return visits.isEmpty();
    }

    /** Ends everything. */
    public void close() {
        closeSoon();
        visits.keySet().forEach(ChannelHandlerContext::close);
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    private void closeStuck() {
        long now = now();
        visits.forEach((context, visit) ->
                context.executor().execute(() -> visit.closeWhenStuck(context, now)));
    }

    boolean isForDoors(String path) {
        return backstage.leavesToDoors(path) || doors.takes(path);
    }

    /** On the thread of the connection; the answer comes on it too. */
    void pass(ChannelHandlerContext context, Arriving request, Consumer<HttpReply> answer) {
        if (request.hasNoRoom() || !capacity.enter()) {
            HttpEntry entry = request.entry();
            request.release();
            noteOverload();
            answer.accept(doors.refused(new Refusal.Crowded(), entry));
            return;
        }
        Thread.ofVirtual()
                .name("message")
                .start(() -> {
                    HttpReply reply;
                    try {
                        reply = doors.pass(request.entry());
                    } catch (RuntimeException e) {
                        request.answered();
                        throw e;
                    } finally {
                        request.release();
                        capacity.leave();
                    }
                    context.executor().execute(() -> answer.accept(reply));
                });
    }

    /** One line a second, however much is refused. */
    private void noteOverload() {
        if (isTimeForALine()) {
            LOG.warn(
                    "more comes in than can be passed on: {} under way, new ones are refused",
                    underWay());
        }
    }

    private boolean isTimeForALine() {
        long last = lastLine.get();
        long now = now();
        return now - last > BETWEEN_LINES && lastLine.compareAndSet(last, now);
    }

    Handover handOver(Visit visit, ChannelHandlerContext context) {
        return backstage.handOver(visit, context);
    }

    HttpReply unreadable() {
        return doors.unreadable();
    }

    void opened(Visit visit, ChannelHandlerContext context) {
        visits.put(context, visit);
    }

    void closed(ChannelHandlerContext context) {
        visits.remove(context);
    }

    DoorLimits limits() {
        return limits.door();
    }

    Capacity capacity() {
        return capacity;
    }

    long now() {
        return nanoseconds.getAsLong();
    }

    long patience() {
        return limits.patience().toNanos();
    }

    long longPatience() {
        return GENEROUS * patience();
    }
}

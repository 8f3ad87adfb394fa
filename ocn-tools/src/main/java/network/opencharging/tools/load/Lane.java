package network.opencharging.tools.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.ssl.SslContext;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thread with its connections and its part of the requests: of {@code lanes} lanes the one of
 * number {@code lane} sends the requests {@code lane}, {@code lane + lanes}, and so on.
 */
// What fails on a channel closes it, and that is heard.
@SuppressWarnings("FutureReturnValueIgnored")
final class Lane implements Connection.Owner {
    private static final long TICK_MICROS = 500;
    private static final long AGAIN_MILLIS = 100;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /**
     * Which part of the requests.
     *
     * @param lane counted from 0
     * @param lanes how many there are
     * @param connections of this lane
     */
    record Share(int lane, int lanes, int connections) {}

    private final EventLoop loop;
    private final Plan plan;
    private final Share share;
    private final Tally tally;
    private final Optional<SslContext> tls;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final Set<Connection> all = new HashSet<>();
    private long begun;
    private long next;
    private long sentSoFar;
    private long lookedOver;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean complete;
    private volatile boolean stopped;

    Lane(EventLoop loop, Plan plan, Share share, Tally tally, Optional<SslContext> tls) {
        this.loop = loop;
        this.plan = plan;
        this.share = share;
        this.tally = tally;
        this.tls = tls;
        this.next = share.lane();
    }

    /** Begins at a moment of {@link System#nanoTime}. */
    void begin(long at) {
        begun = at;
        loop.execute(() -> {
            for (int i = 0; i < share.connections(); i++) {
                open();
            }
        });
        loop.scheduleAtFixedRate(this::tick, 0, TICK_MICROS, TimeUnit.MICROSECONDS);
    }

    /** No more requests; what is under way may be answered. */
    void stop() {
        stopped = true;
    }

    /** Whether something is still to come, under way, or waits. */
    boolean isBusy() {
        return underWay.get() > 0 || !(stopped || complete);
    }

    private void tick() {
        long now = System.nanoTime();
        if (!stopped) {
            offer(now);
        } else if (!waiting.isEmpty()) {
            waiting.forEach(_ -> tally.failed("not sent before the end"));
            underWay.addAndGet(-waiting.size());
            waiting.clear();
        }
        long oldest = now - plan.lines().patience().toNanos();
        while (!waiting.isEmpty() && waiting.peek() - oldest < 0) {
            waiting.poll();
            underWay.decrementAndGet();
            tally.failed(
                    all.isEmpty()
                            ? "no connection could be opened"
                            : "no connection was free in time");
        }
        if (now - lookedOver > LOOK_NANOS) {
            lookedOver = now;
            // A copy: who gives up leaves the set.
            List.copyOf(all).forEach(connection -> connection.giveUp(oldest));
        }
    }

    private void offer(long now) {
        long due = plan.dueAt(now - begun);
        long count = 0;
        while (next < due) {
            waiting.add(begun + plan.momentOf(next));
            next += share.lanes();
            count++;
        }
        underWay.addAndGet((int) count);
        tally.offered(count);
        complete = now - begun >= plan.whole().toNanos();
        send(now);
    }

    private void send(long now) {
        while (!waiting.isEmpty() && !idle.isEmpty()) {
            Connection connection = idle.poll();
            long number = sentSoFar++ * share.lanes() + share.lane();
            Letter letter = plan.letters().get((int) (number % plan.letters().size()));
            connection.send(letter.copy(number), waiting.remove(), now);
        }
    }

    private void open() {
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        (int) plan.lines().patience().toMillis())
                .handler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                prepare(channel);
                            }
                        })
                .connect(plan.target().getHost(), port())
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        again();
                    }
                });
    }

    private int port() {
        int named = plan.target().getPort();
        return named > 0 ? named : tls.isPresent() ? 443 : 80;
    }

    private void prepare(Channel channel) {
        tls.ifPresent(context ->
                channel.pipeline()
                        .addLast(
                                context.newHandler(
                                        channel.alloc(), plan.target().getHost(), port())));
        Connection connection = new Connection(channel, this);
        channel.pipeline().addLast(new HttpResponseDecoder(), connection);
    }

    private void again() {
        if (!stopped) {
            loop.schedule(this::open, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void free(Connection connection) {
        all.add(connection);
        idle.add(connection);
        send(System.nanoTime());
    }

    @Override
    public void ended(long due, long sent, String failure) {
        long now = System.nanoTime();
        underWay.decrementAndGet();
        tally.answered(now - due, now - sent);
        if (!failure.isEmpty()) {
            tally.failed(failure);
        }
    }

    @Override
    public void gone(Connection connection) {
        idle.remove(connection);
        if (all.remove(connection)) {
            again();
        }
    }
}

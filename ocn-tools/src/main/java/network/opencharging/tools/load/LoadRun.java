package network.opencharging.tools.load;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Offers what a plan says, and tells every second what came of it. */
final class LoadRun implements AutoCloseable {
    private final Plan plan;
    private final EventLoopGroup group;
    private final Tally tally = new Tally();
    private final List<Lane> lanes = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private LoadRun(Plan plan, EventLoopGroup group) {
        this.plan = plan;
        this.group = group;
    }

    /**
     * A run that has not begun.
     *
     * @throws IOException when TLS cannot be spoken here
     */
    static LoadRun of(Plan plan) throws IOException {
        int threads = plan.lines().threads();
        LoadRun run =
                new LoadRun(
                        plan, new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory()));
        Optional<SslContext> tls =
                plan.target().getScheme().equals("https")
                        ? Optional.of(SslContextBuilder.forClient().build())
                        : Optional.empty();
        for (int lane = 0; lane < threads; lane++) {
            int connections = (plan.lines().most() + threads - 1 - lane) / threads;
            run.lanes.add(
                    new Lane(
                            run.group.next(),
                            plan,
                            new Lane.Share(lane, threads, Math.max(1, connections)),
                            run.tally,
                            tls));
        }
        return run;
    }

    /**
     * Runs to the end, or until it is stopped, and gives the seconds that count.
     *
     * @param told hears of every second, those of the warm-up too
     */
    List<Second> run(Consumer<Second> told) throws InterruptedException {
        long begun = System.nanoTime();
        lanes.forEach(lane -> lane.begin(begun));
        List<Second> counted = new ArrayList<>();
        long last = begun;
        long end = plan.whole().toNanos();
        boolean over = false;
        for (int number = 1; !over; number++) {
            long wake = Math.min(begun + TimeUnit.SECONDS.toNanos(number), begun + end);
            over =
                    stopped.await(wake - System.nanoTime(), TimeUnit.NANOSECONDS)
                            || wake - begun >= end;
            long now = System.nanoTime();
            Second second = second(begun, last, now);
            if (over) {
                await();
                second = second.with(tally.take());
            }
            told.accept(second);
            if (last - begun >= plan.warmUp().toNanos()) {
                counted.add(second);
            }
            last = now;
        }
        return counted;
    }

    private Second second(long begun, long last, long now) {
        return new Second(
                (now - begun) / 1e9, plan.rateAt(last - begun), (now - last) / 1e9, tally.take());
    }

    /**
     * What is due is sent and answered, or given up by the patience of each; what still waits then
     * is not sent any more.
     */
    private void await() throws InterruptedException {
        if (stopped.getCount() == 0) {
            lanes.forEach(Lane::stop);
        }
        long patience = plan.lines().patience().toNanos();
        if (isBusyFor(patience)) {
            lanes.forEach(Lane::stop);
            isBusyFor(patience);
        }
    }

    /** Returns whether it still is then. */
    private boolean isBusyFor(long nanos) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long until = System.nanoTime() + nanos;
        boolean busy = lanes.stream().anyMatch(Lane::isBusy);
        while (busy && System.nanoTime() - until < 0) {
            busy = !never.await(5, TimeUnit.MILLISECONDS) && lanes.stream().anyMatch(Lane::isBusy);
        }
        return busy;
    }

    /** Ends it soon; what was counted is kept. */
    void stop() {
        stopped.countDown();
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}

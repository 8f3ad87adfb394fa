package network.opencharging.cpo.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is done again and again, once everything else is there. */
final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final ScheduledExecutorService timers;
    private final List<Round> rounds;
    private volatile boolean running;

    Rounds(ScheduledExecutorService timers, List<Round> rounds) {
        this.timers = timers;
        this.rounds = List.copyOf(rounds);
    }

    /** Something to do so often. */
    record Round(String name, Duration every, Runnable work) {}

    @Override
    public void start() {
        for (Round round : rounds) {
            long every = round.every().toNanos();
            Future<?> _ =
                    timers.scheduleWithFixedDelay(
                            () -> walk(round), every, every, TimeUnit.NANOSECONDS);
        }
        running = true;
    }

    /** One that fails is walked again: the database may be back by then. */
    private static void walk(Round round) {
        try {
            round.work().run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed, and is tried again", round.name(), e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package network.opencharging.cpo.plug.port;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.device.StartOrder;
import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.dialect.ShellyTwo;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** How often a plug is told to go on. */
class RenewalTest {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final StartOrder ORDER = new StartOrder("S", "T", Optional.empty());

    private final Timers timers = new Timers();
    private final Line line = new Line();
    private final PlugPort port =
            new PlugPort(
                    new PortId("p", 1),
                    new ShellyTwo("p"),
                    line,
                    new PlugPort.Surroundings(
                            _ -> {},
                            new MemoryForTests(),
                            LEASE,
                            Duration.ofHours(1),
                            Clock.systemUTC(),
                            timers));

    @AfterEach
    void stop() {
        timers.shutdownNow();
    }

    private void says(boolean on) {
        port.told(new PlugMessage("p/status/switch:0", "{\"output\":%s}".formatted(on)));
    }

    /** The chain of the first charge would go on beside that of the second. */
    @Test
    void theSameSessionStartedAgainIsRenewedByOneChain() {
        port.told(new PlugMessage("p/online", "true"));
        var _ = port.start(ORDER);
        says(true);
        says(false);
        var _ = port.start(ORDER);
        says(true);
        line.ons = 0;
        timers.halfALeaseGoesBy();
        assertThat(line.ons).isEqualTo(1);
        timers.halfALeaseGoesBy();
        assertThat(line.ons).isEqualTo(2);
    }

    private static final class Line implements PlugLine {
        private int ons;

        @Override
        public boolean say(String plug, List<PlugMessage> messages) {
            ons += (int) messages.stream().filter(one -> one.payload().contains("true")).count();
            return true;
        }

        @Override
        public void listen(String plug, PlugDialect dialect, Ears ears) {
            // The test tells by itself.
        }

        @Override
        public void forget(String plug) {
            // Nothing is known.
        }
    }

    /** Time goes by when the test says so. */
    private static final class Timers extends ScheduledThreadPoolExecutor {
        private List<Runnable> renewals = new ArrayList<>();

        Timers() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
            if (unit.toMillis(delay) == LEASE.toMillis() / 2) {
                renewals.add(work);
            }
            return super.schedule(() -> {}, 1, TimeUnit.DAYS);
        }

        void halfALeaseGoesBy() {
            List<Runnable> due = renewals;
            renewals = new ArrayList<>();
            due.forEach(Runnable::run);
        }
    }
}

package network.opencharging.cpo.plug.port;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.DeviceEvents;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.device.StartOrder;
import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.dialect.PlugNews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A smart plug. Everything it tells and everything it is asked goes through its lock, one after the
 * other.
 */
public final class PlugPort implements ChargePort, PlugLine.Ears {
    private final PortId id;
    private final PlugDialect dialect;
    private final PlugLine line;
    private final Surroundings around;
    private final PlugMind mind;

    private Optional<CompletableFuture<Outcome>> waiting = Optional.empty();
    private long orders;
    private long renewals;
    private boolean closed;

    /** Knows what was kept of it. */
    public PlugPort(PortId id, PlugDialect dialect, PlugLine line, Surroundings around) {
        this.id = id;
        this.dialect = dialect;
        this.line = line;
        this.around = around;
        this.mind = new PlugMind(id, around.memory().recall(id.device()));
    }

    /**
     * What all plugs share.
     *
     * @param lease after which a plug cuts itself off; renewed twice within it
     * @param patience how long a plug may take until it has switched
     * @param timers for leases and patience
     */
    public record Surroundings(
            DeviceEvents events,
            PlugMemory memory,
            Duration lease,
            Duration patience,
            Clock clock,
            ScheduledExecutorService timers) {}

    /**
     * A plug as it is now.
     *
     * @param on empty as long as it did not say
     * @param register what it counted over all resets; empty where it told of none
     * @param session for whom energy flows
     */
    public record Look(
            boolean online,
            Optional<Boolean> on,
            Optional<WattHours> register,
            Optional<String> session) {}

    /** Hears it from now on, and goes on with what was interrupted. */
    public synchronized void open() {
        mind.charging().ifPresent(_ -> renewLater(++renewals));
        line.listen(id.device(), dialect, this);
    }

    /** It is no port any more: what flows is ended. */
    public synchronized void close() {
        closed = true;
        if (mind.isThere()) {
            say(dialect.off());
        }
        line.forget(id.device());
    }

    /** Another process goes on with it: nothing ends, and nothing more is said or heard here. */
    public synchronized void handOver() {
        closed = true;
        line.forget(id.device());
    }

    @Override
    public PortId id() {
        return id;
    }

    @Override
    public synchronized Health health() {
        return new Health(mind.isThere(), dialect.metered());
    }

    /** How it is. */
    public synchronized Look look() {
        return new Look(
                mind.isThere(),
                mind.isOn(),
                mind.register(),
                mind.charging().map(Charging::session));
    }

    @Override
    public synchronized CompletableFuture<Outcome> start(StartOrder order) {
        if (!mind.isThere()) {
            return done(new Outcome.Unreachable());
        }
        if (mind.charging().isPresent()) {
            return done(new Outcome.Declined("another session goes on here"));
        }
        if (order.limit().isPresent()) {
            return done(new Outcome.NotSupported());
        }
        mind.starts(order);
        CompletableFuture<Outcome> answer = waits();
        follow();
        renewLater(++renewals);
        return answer;
    }

    @Override
    public synchronized CompletableFuture<Outcome> stop(String session) {
        if (!mind.stops(session)) {
            return done(new Outcome.Declined("no such session goes on here"));
        }
        CompletableFuture<Outcome> answer = waits();
        follow();
        if (!mind.isThere()) {
            // Nothing renews its lease any more: it cuts itself off.
            answer(new Outcome.Unreachable());
        }
        return answer;
    }

    @Override
    public CompletableFuture<Outcome> stop(DeviceEvent.Charge charge) {
        return stop(charge.session().orElse(charge.transaction()));
    }

    @Override
    public synchronized List<DeviceEvent> told(DeviceEvent.Charge charge) {
        String session = charge.session().orElse(charge.transaction());
        return mind.tells(session, now());
    }

    @Override
    public synchronized Optional<DeviceEvent> last() {
        return mind.isThere() && mind.charging().isEmpty()
                ? Optional.of(new DeviceEvent.Free(id, now()))
                : Optional.empty();
    }

    @Override
    public synchronized CompletableFuture<Outcome> readMeter() {
        if (!mind.isThere()) {
            return done(new Outcome.Unreachable());
        }
        if (!dialect.metered()) {
            return done(new Outcome.NotSupported());
        }
        boolean asked = say(dialect.ask());
        return done(asked ? new Outcome.Done() : new Outcome.Unreachable());
    }

    @Override
    public CompletableFuture<Outcome> unlock() {
        return done(new Outcome.NotSupported());
    }

    @Override
    public CompletableFuture<Outcome> limit(Watts most) {
        return done(new Outcome.NotSupported());
    }

    private static CompletableFuture<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    /** Whoever asks last is answered; whoever asked before is told that nobody knows. */
    private CompletableFuture<Outcome> waits() {
        answer(new Outcome.Unanswered());
        CompletableFuture<Outcome> asked = new CompletableFuture<>();
        waiting = Optional.of(asked);
        long number = ++orders;
        Future<?> _ =
                around.timers()
                        .schedule(
                                () -> patienceEnds(number),
                                around.patience().toMillis(),
                                TimeUnit.MILLISECONDS);
        return asked;
    }

    private synchronized void patienceEnds(long number) {
        if (waiting.isPresent() && orders == number) {
            mind.patienceEnds();
            follow();
        }
    }

    private void answer(Outcome outcome) {
        // Not here and now: what whoever waits does next must not hold up the plug.
        waiting.ifPresent(asked -> asked.completeAsync(() -> outcome));
        waiting = Optional.empty();
    }

    /**
     * @param number of the charge, counted here: another one of the same session begins again, and
     *     the renewals of the one before end
     */
    private void renewLater(long number) {
        long half = around.lease().toMillis() / 2;
        Future<?> _ = around.timers().schedule(() -> renew(number), half, TimeUnit.MILLISECONDS);
    }

    private synchronized void renew(long number) {
        boolean goesOn =
                mind.charging()
                        .filter(_ -> number == renewals)
                        .filter(now -> !now.is(Charging.Phase.ENDING))
                        .isPresent();
        if (goesOn && !closed) {
            say(dialect.on(around.lease()));
            keep();
            renewLater(number);
        }
    }

    @Override
    public synchronized void told(PlugMessage message) {
        dialect.read(message).forEach(news -> mind.hears(news, now()));
        follow();
    }

    @Override
    public synchronized void cut() {
        mind.hears(new PlugNews.Presence(false), now());
        follow();
    }

    private Instant now() {
        return around.clock().instant();
    }

    private void follow() {
        for (Effect effect : mind.follows()) {
            // Whoever waits is answered, even if the port was closed meanwhile.
            if (!closed || effect instanceof Effect.Answer) {
                follow(effect);
            }
        }
    }

    private void follow(Effect effect) {
        switch (effect) {
            case Effect.Tell(var event) -> around.events().happened(event);
            case Effect.SwitchOn() -> say(dialect.on(around.lease()));
            case Effect.SwitchOff() -> say(dialect.off());
            case Effect.Ask() -> say(dialect.ask());
            case Effect.Answer(Outcome outcome) -> answer(outcome);
            case Effect.Keep() -> keep();
        }
    }

    private boolean say(List<PlugMessage> messages) {
        return line.say(id.device(), messages);
    }

    private void keep() {
        around.memory().keep(id.device(), mind.kept());
    }
}

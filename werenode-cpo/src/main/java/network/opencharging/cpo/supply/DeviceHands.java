package network.opencharging.cpo.supply;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.StartOrder;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.SessionEvent;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Orders devices what sessions decided, and tells sessions what the devices answered. */
public final class DeviceHands implements EffectHandler {
    private final EvseManager manager;
    private final ChargePorts ports;
    private final Reconciliation reconciliation;
    private final Function<ChargeSession, Optional<Watts>> share;
    private final Clock clock;
    private final Instant begun;

    /**
     * Begins now.
     *
     * @param share the power with which a session begins; empty: whatever the device can
     */
    public DeviceHands(
            EvseManager manager,
            ChargePorts ports,
            Reconciliation reconciliation,
            Function<ChargeSession, Optional<Watts>> share,
            Clock clock) {
        this.manager = manager;
        this.ports = ports;
        this.reconciliation = reconciliation;
        this.share = share;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public Result carryOut(Effect effect, int attempt) {
        switch (effect) {
            case Effect.StartEnergy(var id) -> {
                return manager.find(id)
                        .map(session -> start(session, attempt))
                        .orElseGet(Result.Done::new);
            }
            case Effect.StopEnergy(var id, int number) ->
                    manager.find(id).ifPresent(session -> stop(session, number));
            default -> {
                return new Result.Never("no device does this");
            }
        }
        return new Result.Done();
    }

    private Result start(ChargeSession before, int attempt) {
        reconciliation.compare(before);
        Optional<ChargeSession> session =
                manager.find(before.id()).filter(now -> now.phase() instanceof Phase.Ordered);
        if (session.isEmpty()) {
            return new Result.Done();
        }
        Optional<ChargePort> port = port(session.get());
        boolean online = port.filter(there -> there.health().online()).isPresent();
        boolean ofFormerProcess = session.get().times().asked().isBefore(begun);
        if (!online && (attempt > 1 || ofFormerProcess)) {
            // It may have heard the first order, or was cut off by the restart of this backend:
            // only when it is back can it be asked.
            return new Result.Later("the device is not back yet");
        }
        Outcome outcome =
                port.map(there -> start(there, session.get())).orElseGet(Outcome.Unreachable::new);
        manager.on(
                before.id(),
                new SessionEvent.StartAnswered(clock.instant(), Words.answer(outcome), attempt));
        return new Result.Done();
    }

    private Outcome start(ChargePort port, ChargeSession session) {
        String name = session.id().value();
        String tag = session.opening().tag();
        Optional<Watts> most = share.apply(session);
        Outcome outcome = port.start(new StartOrder(name, tag, most)).join();
        // What cannot be limited charges with all that it takes; its share was reckoned so.
        return most.isPresent() && outcome instanceof Outcome.NotSupported
                ? port.start(new StartOrder(name, tag, Optional.empty())).join()
                : outcome;
    }

    private Optional<ChargePort> port(ChargeSession session) {
        return ports.find(session.opening().place().port());
    }

    private void stop(ChargeSession session, int number) {
        if (!(session.phase() instanceof Phase.Stopping
                || session.phase() instanceof Phase.Failed)) {
            return;
        }
        Outcome outcome =
                port(session)
                        .map(port -> port.stop(Reconciliation.charge(session)).join())
                        .orElseGet(Outcome.Unreachable::new);
        manager.on(
                session.id(),
                new SessionEvent.StopAnswered(clock.instant(), Words.answer(outcome), number));
        if (outcome instanceof Outcome.Declined && session.hasBegun()) {
            reconciliation.compare(session);
        }
    }
}

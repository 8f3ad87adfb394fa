package network.opencharging.cpo.session;

import network.opencharging.bridge.tariff.ChargingHistory;
import network.opencharging.bridge.tariff.Rating;
import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.unit.SessionId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A charge from its order to its CDR. Its regions change each by its own events: how far it is,
 * what the meter said, and the money.
 *
 * @param id its name
 * @param version counts its changes
 * @param opening with what it began
 * @param phase how far it is
 * @param charge the device's name for it; empty until energy began
 * @param meter what the meter said
 * @param funding the money
 * @param times when what happened
 * @param remarks what somebody should look at, oldest first
 */
public record ChargeSession(
        SessionId id,
        long version,
        Opening opening,
        Phase phase,
        Optional<DeviceEvent.Charge> charge,
        Meter meter,
        Funding funding,
        Times times,
        List<String> remarks) {

    /** One that nobody stored yet. */
    public static ChargeSession fresh(SessionId id, Opening opening, Phase phase, Instant now) {
        Times times = Times.asked(now);
        return new ChargeSession(
                id,
                0,
                opening,
                phase,
                Optional.empty(),
                Meter.SILENT,
                opening.permit()
                        .refused()
                        .<Funding>map(Funding.Waived::new)
                        .orElseGet(() -> new Funding.Running(Optional.empty())),
                phase instanceof Phase.Reserved ? times.reservedFrom(now) : times,
                List.of());
    }

    /** What was taken so far. */
    public WattHours energy() {
        return meter.energy();
    }

    /** Whether energy ever began. */
    public boolean hasBegun() {
        return times.began().isPresent();
    }

    /** What happened until a moment; empty as long as no energy began. */
    public Optional<ChargingHistory> history(Instant until) {
        return times.began().map(began -> meter.history(times.reserved(), began, until));
    }

    /** What it costs up to a moment. */
    Optional<Money> costAt(Instant until) {
        return history(until)
                .map(history ->
                        Rating.of(opening.tariff().tariff(), opening.place().location().zone())
                                .rate(history)
                                .total());
    }

    /** When time alone changes something. */
    public Optional<Instant> due() {
        return switch (phase) {
            case Phase.Reserved(_, Instant until) -> Optional.of(until);
            case Phase.Ordered(Instant until) -> Optional.of(until);
            case Phase.Promised(Instant until) -> Optional.of(until);
            case Phase.Delivering _, Phase.Suspended _ -> timeLimit();
            case Phase.Stopping stopping -> Optional.of(stopping.until());
            case Phase.Ended _, Phase.Closed _, Phase.Failed _ -> Optional.empty();
        };
    }

    private Optional<Instant> timeLimit() {
        return opening.limits()
                .time()
                .flatMap(most -> times.began().map(began -> began.plus(most)));
    }
}

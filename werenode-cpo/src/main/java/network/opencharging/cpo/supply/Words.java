package network.opencharging.cpo.supply;

import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.session.Answer;
import network.opencharging.cpo.session.SessionEvent;

import java.util.Optional;

/** The words of devices in the words of sessions. */
final class Words {
    private Words() {}

    /** What a session hears when a device tells that; empty: nothing. */
    static Optional<SessionEvent> heard(DeviceEvent event) {
        return switch (event) {
            case DeviceEvent.EnergyStarted started ->
                    Optional.of(
                            new SessionEvent.EnergyBegan(
                                    started.at(), started.charge(), started.register()));
            case DeviceEvent.MeterRead read ->
                    Optional.of(
                            new SessionEvent.MeterRead(read.at(), read.register(), read.signed()));
            case DeviceEvent.EnergyStopped stopped ->
                    Optional.of(
                            new SessionEvent.EnergyEnded(
                                    stopped.at(),
                                    stopped.charge(),
                                    stopped.register(),
                                    stopped.reason()));
            case DeviceEvent.Suspended suspended ->
                    Optional.of(new SessionEvent.FlowPaused(suspended.at(), suspended.byVehicle()));
            case DeviceEvent.Faulted faulted ->
                    Optional.of(new SessionEvent.DeviceFaulted(faulted.at(), faulted.code()));
            case DeviceEvent.Online _,
                    DeviceEvent.Offline _,
                    DeviceEvent.Free _,
                    DeviceEvent.Plugged _,
                    DeviceEvent.Unavailable _ ->
                    Optional.empty();
        };
    }

    static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> new Answer(Answer.Word.DONE, "");
            case Outcome.Declined(String why) -> new Answer(Answer.Word.DECLINED, why);
            case Outcome.NotSupported() -> new Answer(Answer.Word.NOT_SUPPORTED, "");
            case Outcome.Unreachable() -> new Answer(Answer.Word.UNREACHABLE, "");
            case Outcome.Unanswered() -> new Answer(Answer.Word.UNANSWERED, "");
        };
    }
}

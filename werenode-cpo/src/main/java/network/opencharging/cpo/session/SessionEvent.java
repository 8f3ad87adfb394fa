package network.opencharging.cpo.session;

import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.device.DeviceEvent;

import java.time.Instant;
import java.util.Optional;

/** Something that a session hears of. */
public sealed interface SessionEvent {

    /** When it happened, by the clock of whoever tells. */
    Instant at();

    /** The same event has the same key, however often it is told: it has one effect. */
    String key();

    /**
     * The device answered the order to begin.
     *
     * @param attempt how often it was asked
     */
    record StartAnswered(Instant at, Answer answer, int attempt) implements SessionEvent {
        @Override
        public String key() {
            return "start-answered/" + attempt;
        }
    }

    /** Energy began. */
    record EnergyBegan(Instant at, DeviceEvent.Charge charge, Optional<WattHours> register)
            implements SessionEvent {
        @Override
        public String key() {
            return "began/" + charge.transaction();
        }
    }

    /** The meter showed. */
    record MeterRead(Instant at, WattHours register, Optional<String> signed)
            implements SessionEvent {
        @Override
        public String key() {
            return "read/%d/%d%s"
                    .formatted(
                            at.toEpochMilli(),
                            register.value(),
                            signed.isPresent() ? "/signed" : "");
        }
    }

    /** It goes on and nothing flows. */
    record FlowPaused(Instant at, boolean byVehicle) implements SessionEvent {
        @Override
        public String key() {
            return "paused/%d/%s".formatted(at.toEpochMilli(), byVehicle);
        }
    }

    /** No more energy flows. */
    record EnergyEnded(
            Instant at, DeviceEvent.Charge charge, Optional<WattHours> register, String reason)
            implements SessionEvent {
        @Override
        public String key() {
            return "ended/" + charge.transaction();
        }
    }

    /**
     * The device is out of order.
     *
     * @param code in its own words
     */
    record DeviceFaulted(Instant at, String code) implements SessionEvent {
        @Override
        public String key() {
            return "faulted/%d".formatted(at.toEpochMilli());
        }
    }

    /**
     * The device was asked and knows nothing of it.
     *
     * @param register what its meter shows; empty: it does not say
     */
    record ChargeUnknown(Instant at, Optional<WattHours> register) implements SessionEvent {
        @Override
        public String key() {
            return "unknown/%d".formatted(at.toEpochMilli());
        }
    }

    /**
     * Somebody wants it to end.
     *
     * @param why who
     * @param command a partner's command that waits for an answer
     * @param wish names the wish
     */
    record StopAsked(Instant at, StopReason why, Optional<String> command, String wish)
            implements SessionEvent {
        @Override
        public String key() {
            return "stop/" + wish;
        }
    }

    /** The device answered the order to end. */
    record StopAnswered(Instant at, Answer answer, int attempt) implements SessionEvent {
        @Override
        public String key() {
            return "stop-answered/" + attempt;
        }
    }

    /**
     * The driver came whose EVSE was kept.
     *
     * @param opening with what the session begins now
     * @param order energy must be ordered; otherwise it begins by itself
     */
    record ReservationUsed(Instant at, Opening opening, boolean order) implements SessionEvent {
        @Override
        public String key() {
            return "reservation-used";
        }
    }

    /**
     * A reservation is given another end.
     *
     * @param until the new end
     * @param command the partner's command that waits for an answer
     */
    record ReservationMoved(Instant at, Instant until, Optional<String> command, String wish)
            implements SessionEvent {
        @Override
        public String key() {
            return "reservation-moved/" + wish;
        }
    }

    /** Time passed, up to {@link ChargeSession#due()}. */
    record TimePassed(Instant at, Instant due) implements SessionEvent {
        @Override
        public String key() {
            return "due/%d/%d".formatted(due.toEpochMilli(), at.toEpochMilli());
        }
    }

    /**
     * Its CDR is written.
     *
     * @param cdr its id; empty: there was nothing to bill
     * @param total what it costs
     */
    record CdrWritten(Instant at, Optional<String> cdr, Optional<Money> total)
            implements SessionEvent {
        @Override
        public String key() {
            return "cdr";
        }
    }
}

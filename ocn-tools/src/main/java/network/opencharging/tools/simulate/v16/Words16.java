package network.opencharging.tools.simulate.v16;

import network.opencharging.tools.simulate.station.EvseState;
import network.opencharging.tools.simulate.station.Reason;
import network.opencharging.tools.simulate.station.Sample;

/** Single words of 1.6. */
final class Words16 {
    private Words16() {}

    static String state(EvseState state) {
        return switch (state) {
            case AVAILABLE -> "Available";
            case PREPARING -> "Preparing";
            case CHARGING -> "Charging";
            case SUSPENDED_EV -> "SuspendedEV";
            case SUSPENDED_EVSE -> "SuspendedEVSE";
            case FINISHING -> "Finishing";
            case RESERVED -> "Reserved";
            case UNAVAILABLE -> "Unavailable";
            case FAULTED -> "Faulted";
        };
    }

    static String reason(Reason reason) {
        return switch (reason) {
            case LOCAL -> "Local";
            case REMOTE -> "Remote";
            case EV_DISCONNECTED -> "EVDisconnected";
            case POWER_LOSS -> "PowerLoss";
            case DE_AUTHORIZED -> "DeAuthorized";
            case HARD_RESET -> "HardReset";
            case SOFT_RESET -> "SoftReset";
            case EMERGENCY_STOP -> "EmergencyStop";
            case UNLOCK_COMMAND -> "UnlockCommand";
            case OTHER -> "Other";
        };
    }

    static String moment(Sample.Moment moment) {
        return switch (moment) {
            case BEGIN -> "Transaction.Begin";
            case PERIODIC -> "Sample.Periodic";
            case CLOCK -> "Sample.Clock";
            case ASKED -> "Trigger";
            case END -> "Transaction.End";
        };
    }
}

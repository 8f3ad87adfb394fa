package network.opencharging.tools.simulate.v201;

import network.opencharging.tools.simulate.station.EvseState;
import network.opencharging.tools.simulate.station.Reason;
import network.opencharging.tools.simulate.station.Sample;
import network.opencharging.tools.simulate.station.Trigger;

/** Single words of 2.0.1. */
final class Words201 {
    private Words201() {}

    static String connector(EvseState state) {
        return switch (state) {
            case AVAILABLE -> "Available";
            case PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING -> "Occupied";
            case RESERVED -> "Reserved";
            case UNAVAILABLE -> "Unavailable";
            case FAULTED -> "Faulted";
        };
    }

    static String charging(EvseState state) {
        return switch (state) {
            case CHARGING -> "Charging";
            case SUSPENDED_EV -> "SuspendedEV";
            case SUSPENDED_EVSE -> "SuspendedEVSE";
            case PREPARING, FINISHING -> "EVConnected";
            case AVAILABLE, RESERVED, UNAVAILABLE, FAULTED -> "Idle";
        };
    }

    static String reason(Reason reason) {
        return switch (reason) {
            case LOCAL -> "Local";
            case REMOTE -> "Remote";
            case EV_DISCONNECTED -> "EVDisconnected";
            case POWER_LOSS -> "PowerLoss";
            case DE_AUTHORIZED -> "DeAuthorized";
            case HARD_RESET, SOFT_RESET -> "ImmediateReset";
            case EMERGENCY_STOP -> "EmergencyStop";
            case UNLOCK_COMMAND, OTHER -> "Other";
        };
    }

    static String trigger(Trigger trigger) {
        return switch (trigger) {
            case AUTHORIZED -> "Authorized";
            case CABLE_PLUGGED_IN -> "CablePluggedIn";
            case REMOTE_START -> "RemoteStart";
            case REMOTE_STOP -> "RemoteStop";
            case STOP_AUTHORIZED -> "StopAuthorized";
            case EV_DEPARTED -> "EVDeparted";
            case METER_PERIODIC -> "MeterValuePeriodic";
            case CHARGING_STATE_CHANGED -> "ChargingStateChanged";
            case ASKED -> "Trigger";
            case ABNORMAL -> "AbnormalCondition";
            case DEAUTHORIZED -> "Deauthorized";
            case RESET -> "ResetCommand";
            case UNLOCK -> "UnlockCommand";
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

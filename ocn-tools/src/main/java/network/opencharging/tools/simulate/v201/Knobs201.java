package network.opencharging.tools.simulate.v201;

import static network.opencharging.tools.simulate.station.Knob.Form.NUMBER;
import static network.opencharging.tools.simulate.station.Knob.Form.TEXT;
import static network.opencharging.tools.simulate.station.Knob.Form.TRUTH;

import network.opencharging.tools.simulate.station.Knob;
import network.opencharging.tools.simulate.station.Knob.Meaning;

import java.util.List;
import java.util.stream.Stream;

/** The variables of 2.0.1 (part 2 appendix 3) that a small station has. */
final class Knobs201 {
    private Knobs201() {}

    static List<Knob> all() {
        return Stream.of(heeded(), others()).flatMap(List::stream).toList();
    }

    private static List<Knob> heeded() {
        return List.of(
                Knob.heeded(
                        "OCPPCommCtrlr/HeartbeatInterval",
                        "300",
                        NUMBER,
                        Meaning.HEARTBEAT_SECONDS),
                Knob.heeded(
                        "SampledDataCtrlr/TxUpdatedInterval", "60", NUMBER, Meaning.SAMPLE_SECONDS),
                Knob.heeded("TxCtrlr/EVConnectionTimeOut", "60", NUMBER, Meaning.PLUG_SECONDS),
                Knob.heeded(
                        "AuthCtrlr/OfflineTxForUnknownIdEnabled",
                        "true",
                        TRUTH,
                        Meaning.OFFLINE_UNKNOWN),
                Knob.heeded("TxCtrlr/StopTxOnInvalidId", "true", TRUTH, Meaning.STOP_ON_INVALID),
                Knob.heeded(
                        "AuthCtrlr/AuthorizeRemoteStart", "false", TRUTH, Meaning.AUTHORIZE_REMOTE),
                Knob.heeded("AuthCtrlr/LocalPreAuthorize", "false", TRUTH, Meaning.LOCAL_FIRST),
                Knob.set("AuthCtrlr/LocalAuthorizeOffline", "true", TRUTH),
                Knob.set("LocalAuthListCtrlr/Enabled", "true", TRUTH),
                Knob.set("SampledDataCtrlr/TxEndedInterval", "0", NUMBER),
                Knob.set(
                        "SampledDataCtrlr/TxUpdatedMeasurands",
                        "Energy.Active.Import.Register,Power.Active.Import",
                        TEXT),
                Knob.set("AlignedDataCtrlr/Interval", "0", NUMBER));
    }

    private static List<Knob> others() {
        return List.of(
                Knob.set("TxCtrlr/TxStartPoint", "PowerPathClosed", TEXT),
                Knob.set("TxCtrlr/TxStopPoint", "EVConnected,Authorized", TEXT),
                Knob.set("TxCtrlr/StopTxOnEVSideDisconnect", "true", TRUTH),
                Knob.set("OCPPCommCtrlr/MessageTimeout", "30", NUMBER),
                Knob.set("OCPPCommCtrlr/MessageAttempts", "3", NUMBER),
                Knob.set("OCPPCommCtrlr/MessageAttemptInterval", "60", NUMBER),
                Knob.set("OCPPCommCtrlr/NetworkConfigurationPriority", "1", TEXT),
                Knob.set("OCPPCommCtrlr/OfflineThreshold", "60", NUMBER),
                Knob.set("OCPPCommCtrlr/ResetRetries", "3", NUMBER),
                Knob.set("OCPPCommCtrlr/UnlockOnEVSideDisconnect", "true", TRUTH),
                Knob.set("OCPPCommCtrlr/WebSocketPingInterval", "0", NUMBER),
                Knob.set("SecurityCtrlr/OrganizationName", "OCN", TEXT),
                Knob.shown("SecurityCtrlr/CertificateEntries", "0"),
                Knob.shown("DeviceDataCtrlr/ItemsPerMessage", "50"),
                Knob.shown("LocalAuthListCtrlr/ItemsPerMessage", "1000"),
                Knob.shown("SmartChargingCtrlr/ProfileStackLevel", "99"),
                Knob.shown("SmartChargingCtrlr/RateUnit", "A,W"),
                Knob.shown("SmartChargingCtrlr/PeriodsPerSchedule", "1000"),
                Knob.shown("ChargingStation/AvailabilityState", "Available"),
                Knob.shown("ClockCtrlr/TimeSource", "Heartbeat"));
    }
}

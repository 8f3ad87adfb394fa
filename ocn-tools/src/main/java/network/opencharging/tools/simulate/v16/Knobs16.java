package network.opencharging.tools.simulate.v16;

import static network.opencharging.tools.simulate.station.Knob.Form.NUMBER;
import static network.opencharging.tools.simulate.station.Knob.Form.TEXT;
import static network.opencharging.tools.simulate.station.Knob.Form.TRUTH;

import network.opencharging.tools.simulate.station.Knob;
import network.opencharging.tools.simulate.station.Knob.Meaning;

import java.util.List;
import java.util.stream.Stream;

/** The configuration keys of 1.6 (§9), with the security extension's. */
final class Knobs16 {
    private Knobs16() {}

    static List<Knob> all() {
        return Stream.of(heeded(), others()).flatMap(List::stream).toList();
    }

    private static List<Knob> heeded() {
        return List.of(
                Knob.heeded("HeartbeatInterval", "300", NUMBER, Meaning.HEARTBEAT_SECONDS),
                Knob.heeded("MeterValueSampleInterval", "60", NUMBER, Meaning.SAMPLE_SECONDS),
                Knob.heeded("ConnectionTimeOut", "60", NUMBER, Meaning.PLUG_SECONDS),
                Knob.heeded("AllowOfflineTxForUnknownId", "true", TRUTH, Meaning.OFFLINE_UNKNOWN),
                Knob.heeded("StopTransactionOnInvalidId", "true", TRUTH, Meaning.STOP_ON_INVALID),
                Knob.heeded("AuthorizeRemoteTxRequests", "false", TRUTH, Meaning.AUTHORIZE_REMOTE),
                Knob.heeded("LocalPreAuthorize", "false", TRUTH, Meaning.LOCAL_FIRST),
                Knob.set("LocalAuthorizeOffline", "true", TRUTH),
                Knob.set("LocalAuthListEnabled", "true", TRUTH),
                Knob.set("ClockAlignedDataInterval", "0", NUMBER),
                Knob.set(
                        "MeterValuesSampledData",
                        "Energy.Active.Import.Register,Power.Active.Import",
                        TEXT));
    }

    private static List<Knob> others() {
        return List.of(
                Knob.set("MeterValuesAlignedData", "Energy.Active.Import.Register", TEXT),
                Knob.set("StopTxnSampledData", "", TEXT),
                Knob.set("StopTxnAlignedData", "", TEXT),
                Knob.set("StopTransactionOnEVSideDisconnect", "true", TRUTH),
                Knob.set("UnlockConnectorOnEVSideDisconnect", "true", TRUTH),
                Knob.set("ResetRetries", "3", NUMBER),
                Knob.set("TransactionMessageAttempts", "3", NUMBER),
                Knob.set("TransactionMessageRetryInterval", "60", NUMBER),
                Knob.set("WebSocketPingInterval", "0", NUMBER),
                Knob.set("ConnectorPhaseRotation", "NotApplicable", TEXT),
                Knob.set("CpoName", "", TEXT),
                Knob.set("AdditionalRootCertificateCheck", "false", TRUTH),
                Knob.shown("NumberOfConnectors", "1"),
                Knob.shown("GetConfigurationMaxKeys", "100"),
                Knob.shown("LocalAuthListMaxLength", "10000"),
                Knob.shown("SendLocalListMaxLength", "1000"),
                Knob.shown("ReserveConnectorZeroSupported", "true"),
                Knob.shown("ChargeProfileMaxStackLevel", "99"),
                Knob.shown("ChargingScheduleAllowedChargingRateUnit", "Current,Power"),
                Knob.shown("ChargingScheduleMaxPeriods", "1000"),
                Knob.shown("MaxChargingProfilesInstalled", "100"),
                Knob.shown("ConnectorSwitch3to1PhaseSupported", "false"),
                Knob.shown(
                        "SupportedFeatureProfiles",
                        "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,"
                                + "RemoteTrigger"));
    }
}

package network.opencharging.cpo.ocpp.evidence;

import network.opencharging.bridge.metering.MeterKey;
import network.opencharging.bridge.metering.MeterKeys;

import java.util.List;

/** Keys of meters and gateways; never deleted, only ended. */
public interface KeyBook extends MeterKeys {

    /** Registers a key, or changes the time for which one counts. */
    void put(String serial, MeterKey key);

    /** All, by serial number. */
    List<Registered> all();

    /**
     * A key that is registered.
     *
     * @param serial of the meter or gateway
     */
    record Registered(String serial, MeterKey key) {}
}

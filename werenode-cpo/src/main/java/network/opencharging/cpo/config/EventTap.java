package network.opencharging.cpo.config;

import network.opencharging.cpo.device.DeviceEvent;

/** Sees what devices tell, besides whoever acts on it. */
@FunctionalInterface
public interface EventTap {
    /** Something was told. Must not wait. */
    void sees(DeviceEvent event);
}

package network.opencharging.cpo.device;

/** Who hears what devices tell. */
@FunctionalInterface
public interface DeviceEvents {

    /**
     * Takes note. Called in order for each device, after what it tells was stored; must not wait
     * for the device.
     */
    void happened(DeviceEvent event);
}

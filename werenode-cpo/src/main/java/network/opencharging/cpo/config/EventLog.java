package network.opencharging.cpo.config;

import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.DeviceEvents;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears devices as long as nobody else does. */
final class EventLog implements DeviceEvents {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    @Override
    public void happened(DeviceEvent event) {
        LOG.debug("{}", event);
    }
}

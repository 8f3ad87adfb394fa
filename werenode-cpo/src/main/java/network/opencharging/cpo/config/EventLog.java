package network.opencharging.cpo.config;

import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.DeviceEvents;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Supplier;

/** Notes what devices tell, and tells it on. */
final class EventLog implements DeviceEvents {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private final Supplier<? extends DeviceEvents> next;
    private final List<EventTap> taps;

    EventLog(Supplier<? extends DeviceEvents> next, List<EventTap> taps) {
        this.next = next;
        this.taps = List.copyOf(taps);
    }

    @Override
    public void happened(DeviceEvent event) {
        LOG.debug("{}", event);
        taps.forEach(tap -> tap.sees(event));
        next.get().happened(event);
    }
}

package network.opencharging.cpo.plug.port;

import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.Outcome;

/** What follows from what a plug tells or is asked. */
sealed interface Effect {

    /** Tell whoever hears. */
    record Tell(DeviceEvent event) implements Effect {}

    /** Switch it on, or on again: its lease begins anew. */
    record SwitchOn() implements Effect {}

    /** Switch it off. */
    record SwitchOff() implements Effect {}

    /** Ask it how it is. */
    record Ask() implements Effect {}

    /** Answer whoever waits for it. */
    record Answer(Outcome outcome) implements Effect {}

    /** Keep what must be known after a restart. */
    record Keep() implements Effect {}
}

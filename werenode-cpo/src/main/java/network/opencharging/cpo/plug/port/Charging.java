package network.opencharging.cpo.plug.port;

import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.StartOrder;

import java.util.Optional;

/**
 * Energy for somebody.
 *
 * @param session the order's, which is the transaction's name too: a plug has none of its own
 * @param phase how far it is
 * @param reason why it ends, as far as is known; in OCPP's words
 * @param heardOff how often the plug said that it is off since it was ordered on
 */
record Charging(String session, String token, Phase phase, String reason, int heardOff) {

    /** How far it is. */
    enum Phase {
        /** The plug did not say yet that it is on. */
        ASKED,
        /** It is on. */
        RUNNING,
        /** It was told to be off. */
        ENDING
    }

    static Charging asked(StartOrder order) {
        return new Charging(order.session(), order.token(), Phase.ASKED, "Local", 0);
    }

    static Charging recalled(PlugMemory.KeptCharge kept) {
        return new Charging(
                kept.session(),
                kept.token(),
                kept.ending() ? Phase.ENDING : Phase.RUNNING,
                kept.ending() ? "Remote" : "PowerLoss",
                0);
    }

    Charging runs() {
        return new Charging(session, token, Phase.RUNNING, "Local", 0);
    }

    Charging ends(String why) {
        return new Charging(session, token, Phase.ENDING, why, 0);
    }

    Charging because(String why) {
        return new Charging(session, token, phase, why, heardOff);
    }

    Charging hearsOff() {
        return new Charging(session, token, phase, reason, heardOff + 1);
    }

    boolean is(Phase wanted) {
        return phase == wanted;
    }

    DeviceEvent.Charge charge() {
        return new DeviceEvent.Charge(Optional.of(session), session, Optional.of(token));
    }
}

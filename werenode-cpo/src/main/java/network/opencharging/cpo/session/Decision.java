package network.opencharging.cpo.session;

import network.opencharging.cpo.effect.Effect;

import java.util.List;
import java.util.Optional;

/**
 * What follows from an event.
 *
 * @param next the session as it is then
 * @param effects what is to be done outside, in order
 * @param complaint why the event does not belong here; empty: it does
 */
public record Decision(ChargeSession next, List<Effect> effects, Optional<String> complaint) {
    /** Copies the effects. */
    public Decision {
        effects = List.copyOf(effects);
    }
}

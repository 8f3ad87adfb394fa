package network.opencharging.cpo.site;

import network.opencharging.cpo.unit.EvseRef;

/** How EVSEs are now. */
@FunctionalInterface
public interface Statuses {
    /** How one is. */
    EvseStatus now(EvseRef evse);
}

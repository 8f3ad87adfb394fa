package network.opencharging.node.config;

import network.opencharging.node.replica.Duty;
import network.opencharging.node.replica.Leases;

/** Gives out the work that one process of a node does for all. */
final class Duties {
    private final Leases leases;
    private final String process;

    Duties(Leases leases, String process) {
        this.leases = leases;
        this.process = process;
    }

    Duty duty(String name) {
        return new Duty(name, leases, process);
    }
}

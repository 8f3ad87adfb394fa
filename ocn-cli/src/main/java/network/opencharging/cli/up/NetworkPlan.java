package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Installation;
import network.opencharging.cli.up.place.Ports;
import network.opencharging.cli.up.place.Workplace;

/**
 * What network is wanted.
 *
 * @param chain on what the registry stands
 * @param ports where everything listens
 * @param workplace where files go
 * @param installation where programs are
 */
record NetworkPlan(
        RegistryKind chain, Ports ports, Workplace workplace, Installation installation) {}

package network.opencharging.cli.up;

import network.opencharging.cli.up.site.Garage;
import network.opencharging.tools.local.AppProcess;
import network.opencharging.tools.local.BackendProcess;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.party.BridgedEmsp;

import java.util.List;
import java.util.Optional;

/**
 * A running network.
 *
 * @param local the registry and the nodes
 * @param alice the CPO's backend, at the node north
 * @param garage what the CPO has
 * @param bob the eMSP, at the node south
 */
record Network(LocalNetwork local, BackendProcess alice, Garage garage, BridgedEmsp bob) {

    /** Every process but the chain. */
    List<AppProcess> apps() {
        return List.of(local.north().app(), local.south().app(), alice.app());
    }

    /** Which of them does not run any more, in words. */
    Optional<String> trouble() {
        return apps().stream()
                .filter(app -> !app.isAlive())
                .map(app -> app.name() + " has ended")
                .findFirst();
    }
}

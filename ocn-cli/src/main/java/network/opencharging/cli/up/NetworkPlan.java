package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;
import network.opencharging.cli.up.place.Workplace;
import network.opencharging.tools.local.BackendPlan;
import network.opencharging.tools.local.Installation;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.terminal.Failure;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What network is wanted.
 *
 * @param chain on what the registry stands
 * @param ports where everything listens
 * @param workplace where files go
 * @param installation where programs are
 */
record NetworkPlan(
        RegistryKind chain, Ports ports, Workplace workplace, Installation installation) {

    /**
     * Looks for every program before anything is started, so that what is missing is told at once.
     *
     * @throws network.opencharging.tools.terminal.Failure naming what is missing
     */
    void checkPrograms() {
        NodePlan.Program node = installation.node();
        BackendPlan.Program _ = installation.backend();
        Path anvil = chain == RegistryKind.ANVIL ? installation.anvil() : node.java();
        if (!Files.isExecutable(anvil)) {
            throw Failure.environment("%s cannot be run.".formatted(anvil));
        }
    }
}

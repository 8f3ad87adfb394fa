package network.opencharging.cpo.ocpp.message;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** What one version says to stations' calls. */
public interface ActionDesk {

    /**
     * The answer to a call whose payload its schema has nothing serious against; empty when the
     * action is not for a central system to answer.
     *
     * @param station who calls
     */
    Optional<ObjectNode> answer(String station, String action, ObjectNode payload);
}

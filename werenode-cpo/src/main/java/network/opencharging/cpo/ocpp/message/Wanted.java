package network.opencharging.cpo.ocpp.message;

import tools.jackson.databind.node.ObjectNode;

/**
 * A call that a station is wanted to answer.
 *
 * @param action in its version's words
 * @param payload in its version's words
 */
public record Wanted(String action, ObjectNode payload) {}

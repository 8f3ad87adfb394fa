package network.opencharging.node.door;

import network.opencharging.protocol.message.OcpiStatus;

/**
 * A refusal as the caller sees it.
 *
 * @param http the HTTP status
 * @param status the status of the OCPI layer
 * @param sentence what is wrong and what to do
 */
public record Verdict(int http, OcpiStatus status, String sentence) {}

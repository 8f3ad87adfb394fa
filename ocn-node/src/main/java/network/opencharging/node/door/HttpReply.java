package network.opencharging.node.door;

import network.opencharging.protocol.message.Body;

import java.util.Map;

/**
 * An answer as it goes onto the wire.
 *
 * @param status the HTTP status
 * @param headers beside those that every answer has
 * @param body the body
 */
record HttpReply(int status, Map<String, String> headers, Body body) {}

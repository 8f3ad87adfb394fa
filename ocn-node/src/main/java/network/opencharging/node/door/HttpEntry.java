package network.opencharging.node.door;

import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Space;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Headers;

import java.util.Optional;

/**
 * A request as it stands on the wire, within limits.
 *
 * @param method as it was sent
 * @param path from {@code /ocpi} or {@code /ocn} on, with its escapes as they were sent
 * @param query without the question mark; empty when there is none
 * @param headers by name
 * @param tooMuch why its headers or its body are too much; then the body is empty
 * @param body the body
 * @param space memory for the answer
 */
record HttpEntry(
        String method,
        String path,
        String query,
        Headers headers,
        Optional<Refusal> tooMuch,
        Body body,
        Space space) {}

package network.opencharging.bridge.receive;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Headers;

/**
 * An answer for a partner.
 *
 * @param status the status of HTTP
 * @param headers all headers
 * @param body the envelope
 */
public record Reply(int status, Headers headers, Body body) {}

package network.opencharging.bridge.receive;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.route.RouteKey;

import java.util.Map;

/**
 * A request of a partner whose token was found to be right.
 *
 * @param key module, side, method and the path behind the endpoint
 * @param query the parameters, decoded
 * @param headers all headers
 * @param body the body as it came
 */
public record Incoming(RouteKey key, Map<String, String> query, Headers headers, Body body) {}

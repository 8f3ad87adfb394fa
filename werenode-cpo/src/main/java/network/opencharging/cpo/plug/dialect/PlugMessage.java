package network.opencharging.cpo.plug.dialect;

/**
 * Something said to a plug or by it.
 *
 * @param topic of MQTT; over HTTP the path with its query, and in an answer the path that was asked
 * @param payload empty for a mere GET
 */
public record PlugMessage(String topic, String payload) {}

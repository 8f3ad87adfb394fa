package network.opencharging.tools.simulate.plug;

/**
 * A message of MQTT.
 *
 * @param retained the broker keeps it for whoever comes later
 */
public record Said(String topic, String payload, boolean retained) {

    static Said once(String topic, String payload) {
        return new Said(topic, payload, false);
    }

    static Said kept(String topic, String payload) {
        return new Said(topic, payload, true);
    }
}

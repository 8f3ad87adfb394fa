package network.opencharging.cpo.plug.broker;

import java.net.URI;

/**
 * Another broker.
 *
 * @param url {@code tcp://host:1883} or {@code ssl://host:8883}
 * @param user who the backend is there; empty for nobody
 */
public record BrokerAddress(URI url, String user, String password, Version version) {

    /** The protocol. */
    public enum Version {
        V3_1_1,
        V5
    }

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException naming what is wanted
     */
    public BrokerAddress {
        boolean known = "tcp".equals(url.getScheme()) || "ssl".equals(url.getScheme());
        if (!known || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "ocn.cpo.mqtt.broker must be tcp://host:1883 or ssl://host:8883, not " + url);
        }
    }

    boolean isSecure() {
        return "ssl".equals(url.getScheme());
    }

    String host() {
        return url.getHost();
    }

    int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return isSecure() ? 8883 : 1883;
    }

    /** Never with its password. */
    @Override
    public String toString() {
        return url.toString();
    }
}

package network.opencharging.node.client;

/**
 * A server that can be called.
 *
 * @param secure whether over TLS
 * @param host name or address, lower case, an IPv6 address without brackets
 * @param port from 1 to 65535
 */
record Peer(boolean secure, String host, int port) {

    /** As it stands in a URL and in the header Host. */
    String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }
}

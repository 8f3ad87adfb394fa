package network.opencharging.node.way;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Headers;

/** A request as a party got it. */
record Seen(String method, String target, Headers headers, Body content) {
    String header(String name) {
        return headers.get(name).orElse("");
    }

    String text() {
        return content.text();
    }
}

package network.opencharging.protocol.json;

import tools.jackson.core.JsonParser;

/** Leaves the depths of reading; never leaves the room. */
final class MalformedJson extends RuntimeException {
    private final String why;
    private final long offset;

    MalformedJson(String why, JsonParser parser) {
        super(why, null, false, false);
        this.why = why;
        this.offset = parser.currentLocation().getByteOffset();
    }

    String why() {
        return why;
    }

    long offset() {
        return offset;
    }
}

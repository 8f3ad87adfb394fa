package network.opencharging.protocol.message;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.route.RouteKey;

import java.util.Optional;

/**
 * What one node posts to another at {@code /ocn/message}: a party's request in one JSON object.
 *
 * <p>Published nodes check the node signature over their own writing of what they read, so the
 * order of members, their names and the missing white space are part of the format.
 *
 * @param target module, side, method and path of the request
 * @param headers the party's headers
 * @param query the query parameters, decoded; values are texts, old nodes write numbers too
 * @param proxy the URL that stands behind a given id
 * @param version the version of OCPI in whose words it is, where that is not 2.2.1 or 2.2:
 *     published nodes know no such member and refuse what has one
 * @param body the party's body, byte for byte
 */
public record NodeMessage(
        RouteKey target,
        NodeHeaders headers,
        Json.Obj query,
        Proxy proxy,
        Optional<String> version,
        Optional<Body> body) {

    /** A message in the words of 2.2.1, which all nodes read. */
    public NodeMessage(
            RouteKey target,
            NodeHeaders headers,
            Json.Obj query,
            Proxy proxy,
            Optional<Body> body) {
        this(target, headers, query, proxy, Optional.empty(), body);
    }

    /**
     * A URL of a party that the nodes hide behind an id: with both, the receiving node is to
     * remember the URL under the id; with the URL alone, it is to call it.
     *
     * @param uid the id
     * @param resource the URL
     */
    public record Proxy(Optional<String> uid, Optional<String> resource) {
        /** Nothing is hidden. */
        public static final Proxy NONE = new Proxy(Optional.empty(), Optional.empty());
    }

    /** What came out of reading. */
    public sealed interface Reading {
        /**
         * A message.
         *
         * @param message what it says
         */
        record Read(NodeMessage message) implements Reading {}

        /**
         * No message.
         *
         * @param member the member that is missing or wrong; empty when the whole is no JSON object
         * @param sentence what is wrong
         */
        record Unreadable(String member, String sentence) implements Reading {}
    }

    /** Reads a message: unknown members are ignored, the body is cut out as it stands. */
    public static Reading read(Body content) {
        return switch (content.members()) {
            case JsonReading.Read(var members) -> NodeMessageReader.read(members);
            case JsonReading.Malformed(String why, long offset) ->
                    new Reading.Unreadable(
                            "",
                            "The message is not a JSON object: %s (byte %d)."
                                    .formatted(why, offset));
        };
    }

    /** The message as it goes over the wire. */
    public Body toBody() {
        return NodeMessageWriter.write(this);
    }
}

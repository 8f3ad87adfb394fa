package network.opencharging.tools.ocpi;

import network.opencharging.protocol.message.OcpiStatus;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.Optional;

/** What an interface has to say to a request; the door turns it into HTTP and OCPI numbers. */
public sealed interface Outcome {

    /** Here it is. */
    record Found(JsonNode data) implements Outcome {}

    /** Here is a part of the list. */
    record Listed(Page page) implements Outcome {}

    /** Done; there is nothing to show. */
    record Done() implements Outcome {}

    /** Stored, and it was not there before. */
    record Created() implements Outcome {}

    /** Stored, and it can be read again at this address. */
    record CreatedAt(URI location) implements Outcome {}

    /** Understood; the real work begins once this answer is on the wire. */
    record Begun(JsonNode data, Runnable afterwards) implements Outcome {}

    /** Exactly this, as somebody has prepared it. */
    record Said(int http, OcpiStatus status, String message, Optional<JsonNode> data)
            implements Outcome {}

    /** Not done. */
    record Refusal(int http, OcpiStatus status, String message) implements Outcome {}

    /** Invalid or missing parameters: OCPI 2001 in an HTTP 200. */
    static Refusal invalid(String message) {
        return new Refusal(200, OcpiStatus.INVALID_PARAMETERS, message);
    }

    /** The object that was asked for does not exist: HTTP 404. */
    static Refusal notFound(String message) {
        return new Refusal(404, OcpiStatus.INVALID_PARAMETERS, message);
    }

    /** The interface has no such method: HTTP 405. */
    static Refusal notAllowed(String method) {
        return new Refusal(
                405, OcpiStatus.CLIENT_ERROR, method + " is not a method of this interface");
    }
}

package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.model.Finding;
import network.opencharging.protocol.json.Json;

import java.util.List;

/** What came of a request, in words of the domain; {@link ReplyWriter} knows the numbers. */
sealed interface Outcome {

    /** The object that was asked for. */
    record Found(Json object) implements Outcome {}

    /** A part of a list, and how many there are in all. */
    record Listed(List<Json> items, int total, PageRequest wanted) implements Outcome {}

    /** It is done, and there is nothing more to say. */
    record Done() implements Outcome {}

    /** A new object is kept and can be read under this path behind the endpoint. */
    record Created(String path) implements Outcome {}

    /** It was not done, for this reason. */
    sealed interface Fault extends Outcome {}

    /** There is no such object. */
    record Missing(String what) implements Fault {}

    /** There is no such Token. */
    record UnknownToken() implements Fault {}

    /** It cannot be decided without a place. */
    record NeedsLocation() implements Fault {}

    /** The request itself is wrong. */
    record Wrong(String sentence) implements Fault {}

    /** The body is no JSON object. */
    record NotJson() implements Fault {}

    /** The body holds no object that could be understood. */
    record Unreadable(List<Finding> findings) implements Fault {}

    /** The backoffice does not want it. */
    record Unwanted(String reason) implements Fault {}

    /** This bridge does not offer it. */
    record NotOffered(String what) implements Fault {}

    /** The backoffice failed, was too slow or gave something invalid. */
    record Broken(String sentence) implements Fault {}
}

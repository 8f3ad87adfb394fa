package network.opencharging.bridge.model.convert;

import network.opencharging.protocol.json.Json;

/** What came out of a conversion. */
public sealed interface Converted {

    /**
     * The same object in the other version; converting it back gives the first one again.
     *
     * @param json the object
     */
    record Lossless(Json.Obj json) implements Converted {}

    /**
     * Something has no place in the other version.
     *
     * @param path where, as a JSON path of the object that was to be converted
     * @param reason what has no place, and why
     */
    record Refused(String path, String reason) implements Converted {}
}

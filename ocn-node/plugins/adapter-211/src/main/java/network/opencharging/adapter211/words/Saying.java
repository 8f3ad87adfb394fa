package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;

/** An object in the other version, or why there is none. */
public sealed interface Saying {
    /**
     * It can be said.
     *
     * @param object in the other words
     */
    record Of(Json.Obj object) implements Saying {}

    /**
     * It cannot.
     *
     * @param why which member, and what is wrong with it
     */
    record Not(String why) implements Saying {}
}

package network.opencharging.tools.simulate.station;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.ocpp.Trouble;

import tools.jackson.databind.node.ObjectNode;

/** What a station answers to a call. */
public sealed interface Reply {
    /**
     * It is done, or will be.
     *
     * @param afterwards what follows once the answer is on its way
     */
    record Done(ObjectNode payload, Runnable afterwards) implements Reply {}

    /** It is refused. */
    record Refused(Trouble trouble, String why) implements Reply {}

    /** Done, and nothing follows. */
    static Reply of(ObjectNode payload) {
        return new Done(payload, () -> {});
    }

    /** Done, with a status and nothing else. */
    static Reply status(String word) {
        return of(JsonText.object().put("status", word));
    }

    /** Done, with a status, and something follows. */
    static Reply status(String word, Runnable afterwards) {
        return new Done(JsonText.object().put("status", word), afterwards);
    }
}

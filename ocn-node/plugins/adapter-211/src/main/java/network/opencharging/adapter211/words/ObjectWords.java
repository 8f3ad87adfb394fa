package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

/** One kind of object in the words of the other version. */
public interface ObjectWords {
    /**
     * In the words of 2.2.1.
     *
     * @param owner of the object
     * @param whole false for a PATCH: nothing is supplied then that is not there
     */
    Saying up(Json.Obj old, PartyId owner, boolean whole);

    /** In the words of 2.1.1; {@code whole} as above. */
    Saying down(Json.Obj fresh, boolean whole);
}

package network.opencharging.bridge.webhook;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.time.Instant;
import java.util.Locale;

/**
 * An object as it is kept.
 *
 * @param place where
 * @param body the object
 * @param lastUpdated when its owner changed it last
 */
public record Kept(Place place, Json.Obj body, Instant lastUpdated) {

    /** Whose objects. */
    public enum Side {
        /** Of own parties: given to partners. */
        OWN,
        /** Of partners: given to the backoffice. */
        PARTNER
    }

    /**
     * Where an object is kept.
     *
     * @param side whose objects
     * @param module the module
     * @param owner the party the object belongs to
     * @param id its id, in lower case: ids compare without case
     */
    public record Place(Side side, ModuleId module, PartyId owner, String id) {
        /** Folds the id. */
        public Place {
            id = id.toLowerCase(Locale.ROOT);
        }
    }
}

package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.util.List;
import java.util.Optional;

/**
 * Keeps objects, and the events that tell of them until the backoffice has heard them. What a
 * method has returned from survives the end of the process.
 */
public interface Shelf {

    /** The object in that place. */
    Optional<Kept> find(Kept.Place place);

    /** Keeps the object in place of the one before. */
    void keep(Kept kept);

    /** Keeps the object and the event of it, both or neither. */
    void keep(Kept kept, Event event);

    /** Forgets the object; says whether it was there. */
    boolean remove(Kept.Place place);

    /** A page of own objects of that party, by {@code last_updated}. */
    Page<Kept> page(ModuleId module, PartyId owner, PageRequest wanted);

    /** Keeps an event that is about no object. */
    void tell(Event event);

    /** The oldest events that were not acknowledged. */
    List<Event.Numbered> events(int limit);

    /**
     * The backoffice has this event; says whether it was still there. Never "everything up to
     * this": an event with a smaller number may have come later.
     */
    boolean acknowledge(long seq);
}

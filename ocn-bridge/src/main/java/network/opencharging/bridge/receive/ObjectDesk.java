package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;
import java.util.Set;

/**
 * Objects of partners under their owner and id (OCPI 2.2.1 §4.1.5, client owned objects).
 *
 * @param module the module
 * @param place the name of the id in the path
 * @param hubs the parties that may push what others own (Broadcast Push, §4.1.7.3)
 * @param cabinet where the objects are kept
 */
record ObjectDesk(ModuleId module, String place, Set<PartyId> hubs, Cabinet cabinet)
        implements Desk {

    /** Where the objects are kept. */
    interface Cabinet {
        /** The one object that the request is about. */
        Filed<?> open(Asked asked, ObjectKey key);

        /** Takes the object away; most modules have no such request. */
        default Outcome remove(Asked asked, ObjectKey key) {
            return new Outcome.NotOffered("DELETE of " + asked.route().module());
        }
    }

    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(module)
                && asked.route().role() == InterfaceRole.RECEIVER
                && asked.route().ownerInPath();
    }

    @Override
    public Outcome answer(Asked asked) {
        Optional<ObjectKey> key = asked.key(place);
        if (key.isEmpty()) {
            return new Outcome.Wrong("The path must name a country code, a party id and an id.");
        }
        if (asked.route().method() == HttpMethod.GET) {
            return cabinet.open(asked, key.get()).get();
        }
        return asked.mayChange(key.get().owner(), hubs)
                ? changed(asked, key.get())
                : new Outcome.Wrong(
                        "%s may not change what %s owns."
                                .formatted(asked.context().from(), key.get().owner()));
    }

    private Outcome changed(Asked asked, ObjectKey key) {
        if (asked.route().method() == HttpMethod.DELETE) {
            return cabinet.remove(asked, key);
        }
        Optional<Json.Obj> sent = asked.object();
        if (sent.isEmpty()) {
            return new Outcome.NotJson();
        }
        Filed<?> filed = cabinet.open(asked, key);
        return asked.route().method() == HttpMethod.PATCH
                ? filed.patch(sent.get())
                : filed.put(sent.get());
    }
}

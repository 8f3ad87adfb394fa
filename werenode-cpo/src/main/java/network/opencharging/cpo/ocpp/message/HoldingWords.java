package network.opencharging.cpo.ocpp.message;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Optional;

/** How one version speaks of what a station holds: local lists, reservations, profiles. */
public interface HoldingWords {

    /** What a call to a station is about; empty when it is about nothing that it holds. */
    Optional<Holding> about(String action, ObjectNode payload);

    /** The reservation that is over by what a station tells; empty when it tells of none. */
    Optional<Integer> used(String action, ObjectNode payload);

    /** The question for the version of the local list. */
    Wanted askListVersion();

    /** The version that a station answers; negative when it has no such list at all. */
    int listVersion(ObjectNode answer);

    /** A whole local list. */
    Wanted wholeList(int version, Collection<JsonNode> entries);
}

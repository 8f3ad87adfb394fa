package network.opencharging.tools.proxy.rule;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteTable;
import network.opencharging.tools.http.Request;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which module a request is for, and what follows after the module's name. Systems put their
 * modules where they like; nobody puts the name of one behind that of another.
 *
 * @param module the module
 * @param rest the segments after its name
 */
record Subject(ModuleId module, List<String> rest) {
    private static final Set<ModuleId> UNROUTED =
            Set.of(ModuleId.CREDENTIALS, ModuleId.VERSIONS, ModuleId.HUB_CLIENT_INFO);
    private static final Set<ModuleId> FUNCTIONAL = RouteTable.ocpi221().modules();

    Subject {
        rest = List.copyOf(rest);
    }

    /** The subject of a request; empty when it is none of a known module. */
    static Optional<Subject> of(Request request) {
        List<String> path = request.segments();
        for (int at = 0; at < path.size(); at++) {
            Optional<ModuleId> module = ModuleId.of(path.get(at)).filter(Subject::isKnown);
            if (module.isPresent()) {
                return Optional.of(new Subject(module.get(), path.subList(at + 1, path.size())));
            }
        }
        return Optional.empty();
    }

    private static boolean isKnown(ModuleId module) {
        return UNROUTED.contains(module) || FUNCTIONAL.contains(module);
    }

    boolean isRouted() {
        return !UNROUTED.contains(module);
    }

    /** The party in the path, where objects lie below their owner's ids. */
    Optional<PartyId> owner() {
        boolean owned =
                rest.size() >= 3
                        && rest.get(0).length() == 2
                        && rest.get(1).length() == 3
                        && !module.equals(ModuleId.COMMANDS);
        return owned ? PartyId.of(rest.get(0), rest.get(1)) : Optional.empty();
    }

    /** How many ids follow after the module, those of the owner left out. */
    int depth() {
        return owner().isPresent() ? rest.size() - 2 : rest.size();
    }

    /** The last segment. */
    String last() {
        return rest.isEmpty() ? "" : rest.getLast();
    }
}

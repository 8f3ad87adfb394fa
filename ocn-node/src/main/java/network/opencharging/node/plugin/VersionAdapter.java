package network.opencharging.node.plugin;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Speaks an older version of OCPI with platforms that know nothing else, and 2.2.1 with the node. A
 * bean of this type is found: the node then offers its version, and everything of such a platform
 * goes through it. Called by many threads at once.
 */
public interface VersionAdapter {
    /** As it stands in the list of versions: {@code 2.1.1}. */
    String version();

    /** The modules the node offers in that version, beside credentials. */
    List<ModuleId> modules();

    /** The node's credentials of 2.2.1 in the words of the version. */
    Json.Obj credentials(Json.Obj ours);

    /**
     * A platform's credentials in the words of 2.2.1; what is not there stays missing, so that it
     * is named.
     *
     * @param roles the roles that the registry lists for a party
     */
    Json theirs(Json credentials, Function<PartyId, Set<Role>> roles);

    /**
     * What a platform of the version calls a field of its credentials, for the sentence that says
     * what is wrong with it.
     *
     * @param field in the words of 2.2.1, such as {@code roles[0].country_code}; empty for the body
     * @param problem what is wrong there
     */
    default String fault(String field, String problem) {
        return field.isEmpty() ? problem : field + " " + problem;
    }

    /** A request of a platform in the words of 2.2.1. */
    Translated<AdaptedRequest> incoming(PlatformRequest request);

    /** The body of the answer to such a request, in the words of the version. */
    Body answered(AdaptedRequest request, Body envelope);

    /**
     * A message of 2.2.1 as a platform gets it: method and path stay, query and body change.
     *
     * @param receiver the party at that platform
     * @param address an address of this node for somebody who writes no routing headers: it names
     *     the sender, to whom what is sent there goes
     */
    Translated<AdaptedRequest> outgoing(
            AdaptedRequest request, PartyId receiver, UnaryOperator<String> address);

    /** The body of a platform's answer to such a message, in the words of 2.2.1. */
    Body answer(AdaptedRequest request, PartyId receiver, Body envelope);
}

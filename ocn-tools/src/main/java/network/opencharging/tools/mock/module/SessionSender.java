package network.opencharging.tools.mock.module;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.charging.Stations;
import network.opencharging.tools.mock.shelf.Catalogue;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The CPO's side of Sessions (OCPI 2.2.1 §9.2.1): the paged list, and the preferences of a driver
 * who is charging.
 *
 * @param sessions all sessions
 * @param pageSize how many it gives at most
 * @param stations where they run
 */
public record SessionSender(Catalogue sessions, int pageSize, Stations stations)
        implements Function<OcpiRequest, Outcome> {
    private static final Set<String> IN_NO_HURRY = Set.of("CHEAP", "GREEN");

    @Override
    public Outcome apply(OcpiRequest request) {
        boolean preferences =
                request.path().size() == 2 && request.path().get(1).equals("charging_preferences");
        if (!preferences) {
            return new CatalogueSender(sessions, pageSize, true).apply(request);
        }
        return request.method().equals("PUT")
                ? prefer(request.path().getFirst(), request.object())
                : Outcome.notAllowed(request.method());
    }

    private Outcome prefer(String sessionId, Optional<ObjectNode> body) {
        if (stations.running(sessionId).isEmpty()) {
            return Outcome.notFound("no session " + sessionId);
        }
        Optional<String> profile = body.flatMap(json -> JsonText.text(json, "profile_type"));
        if (profile.isEmpty()) {
            return Outcome.invalid("profile_type is missing");
        }
        return new Outcome.Found(StringNode.valueOf(judge(profile.get(), body.get())));
    }

    /** ChargingPreferencesResponse (OCPI 2.2.1 §9.4.1). */
    private static String judge(String profile, ObjectNode preferences) {
        if (!IN_NO_HURRY.contains(profile)) {
            return "ACCEPTED";
        }
        if (!preferences.has("departure_time")) {
            return "DEPARTURE_REQUIRED";
        }
        return preferences.has("energy_need") ? "ACCEPTED" : "ENERGY_NEED_REQUIRED";
    }
}

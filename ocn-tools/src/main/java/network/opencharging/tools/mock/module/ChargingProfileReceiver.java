package network.opencharging.tools.mock.module;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.charging.Stations;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The CPO's side of ChargingProfiles (OCPI 2.2.1 §14.4.1): ask for, set and clear a profile. */
public final class ChargingProfileReceiver implements Function<OcpiRequest, Outcome> {
    private static final int TIMEOUT_SECONDS = 30;

    private final Stations stations;
    private final Aftermath aftermath;
    private final Clock clock;
    private final Map<String, JsonNode> profiles = new ConcurrentHashMap<>();

    /** No profile is set. */
    public ChargingProfileReceiver(Stations stations, Aftermath aftermath, Clock clock) {
        this.stations = stations;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    @Override
    public Outcome apply(OcpiRequest request) {
        if (request.path().size() != 1) {
            return Outcome.notFound("the path must be {session_id}");
        }
        String session = request.path().getFirst();
        return switch (request.method()) {
            case "GET" -> get(session, request);
            case "PUT" -> put(session, request);
            case "DELETE" -> delete(session, request);
            default -> Outcome.notAllowed(request.method());
        };
    }

    private Outcome get(String session, OcpiRequest request) {
        Optional<URI> responseUrl = fromQuery(request);
        String duration = request.query().getOrDefault("duration", "");
        if (responseUrl.isEmpty() || !duration.matches("[1-9][0-9]{0,6}")) {
            return Outcome.invalid("duration and response_url must be given");
        }
        return begun(
                session,
                () -> {
                    ObjectNode result = result("ACCEPTED");
                    result.set("profile", active(session));
                    tell(request, responseUrl.get(), result);
                });
    }

    private Outcome put(String session, OcpiRequest request) {
        Optional<ObjectNode> body = request.object();
        Optional<URI> responseUrl =
                body.flatMap(json -> JsonText.text(json, "response_url"))
                        .flatMap(Endpoints::address);
        if (responseUrl.isEmpty() || !body.get().path("charging_profile").isObject()) {
            return Outcome.invalid("charging_profile and response_url must be given");
        }
        return begun(
                session,
                () -> {
                    profiles.put(session, body.get().path("charging_profile"));
                    tell(request, responseUrl.get(), result("ACCEPTED"));
                    aftermath.profileChanged(asker(request), session, active(session));
                });
    }

    private Outcome delete(String session, OcpiRequest request) {
        Optional<URI> responseUrl = fromQuery(request);
        if (responseUrl.isEmpty()) {
            return Outcome.invalid("response_url must be given");
        }
        return begun(
                session,
                () -> {
                    boolean known = profiles.remove(session) != null;
                    tell(request, responseUrl.get(), result(known ? "ACCEPTED" : "UNKNOWN"));
                });
    }

    private Outcome begun(String session, Runnable work) {
        boolean running = stations.running(session).isPresent();
        ObjectNode json = JsonText.object();
        json.put("result", running ? "ACCEPTED" : "UNKNOWN_SESSION")
                .put("timeout", TIMEOUT_SECONDS);
        return running ? new Outcome.Begun(json, work) : new Outcome.Found(json);
    }

    private void tell(OcpiRequest request, URI responseUrl, ObjectNode result) {
        aftermath.result(asker(request), responseUrl, result);
    }

    private ObjectNode active(String session) {
        ObjectNode json = JsonText.object();
        json.put("start_date_time", Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
        ObjectNode unlimited = JsonText.object();
        unlimited.put("charging_rate_unit", "W");
        json.set("charging_profile", profiles.getOrDefault(session, unlimited));
        return json;
    }

    private static ObjectNode result(String text) {
        ObjectNode json = JsonText.object();
        json.put("result", text);
        return json;
    }

    private static Optional<URI> fromQuery(OcpiRequest request) {
        return Optional.ofNullable(request.query().get("response_url")).flatMap(Endpoints::address);
    }

    private static PartyId asker(OcpiRequest request) {
        return request.from().orElseThrow();
    }
}

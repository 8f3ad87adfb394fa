package network.opencharging.tools.mock.module;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The asker's side of Commands and ChargingProfiles: what became of a request comes as a POST to
 * the {@code response_url} that the request named (OCPI 2.2.1 §13.2.2, §14.4.2). An active profile
 * may also be told by PUT, under the id of its session (§14.4.2.2).
 */
public final class CallbackReceiver implements Function<OcpiRequest, Outcome> {
    private final Map<String, ObjectNode> results = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> profiles = new ConcurrentHashMap<>();

    /** Has heard nothing yet. */
    public CallbackReceiver() {}

    @Override
    public Outcome apply(OcpiRequest request) {
        Optional<ObjectNode> body = request.object();
        if (request.path().isEmpty()) {
            return Outcome.notFound("the path must name the request that this answers");
        }
        return switch (request.method()) {
            case "POST" -> {
                if (body.isEmpty() || JsonText.text(body.get(), "result").isEmpty()) {
                    yield Outcome.invalid("result is missing");
                }
                results.put(request.path().getLast(), body.get());
                yield new Outcome.Done();
            }
            case "PUT" -> {
                if (body.isEmpty() || !body.get().path("charging_profile").isObject()) {
                    yield Outcome.invalid("charging_profile is missing");
                }
                profiles.put(request.path().getFirst(), body.get());
                yield new Outcome.Done();
            }
            default -> Outcome.notAllowed(request.method());
        };
    }

    /** The result that came for a request, or empty while none has come. */
    public Optional<ObjectNode> result(String requestId) {
        return Optional.ofNullable(results.get(requestId));
    }

    /** The latest active profile of a session that was told without asking. */
    public Optional<ObjectNode> activeProfile(String sessionId) {
        return Optional.ofNullable(profiles.get(sessionId));
    }
}

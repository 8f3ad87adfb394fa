package network.opencharging.tools.mock.module;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.charging.StartWish;
import network.opencharging.tools.mock.charging.Stations;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The CPO's side of Commands (OCPI 2.2.1 §13.2.1): first whether it will be tried, later what
 * became of it.
 *
 * @param stations where it happens
 * @param aftermath tells how it ended
 */
public record CommandReceiver(Stations stations, Aftermath aftermath)
        implements Function<OcpiRequest, Outcome> {
    private static final int TIMEOUT_SECONDS = 30;

    @Override
    public Outcome apply(OcpiRequest request) {
        if (!request.method().equals("POST")) {
            return Outcome.notAllowed(request.method());
        }
        Optional<ObjectNode> body = request.object();
        Optional<URI> responseUrl =
                body.flatMap(command -> JsonText.text(command, "response_url"))
                        .flatMap(Endpoints::address);
        if (responseUrl.isEmpty() || request.path().size() != 1) {
            return Outcome.invalid("response_url must be an absolute address");
        }
        Asker asker = new Asker(request.from().orElseThrow(), responseUrl.get());
        return switch (request.path().getFirst().toUpperCase(Locale.ROOT)) {
            case "START_SESSION" -> start(body.get(), asker);
            case "STOP_SESSION" -> stop(body.get(), asker);
            case "RESERVE_NOW" -> reserve(body.get(), asker);
            case "CANCEL_RESERVATION" -> cancel(body.get(), asker);
            case "UNLOCK_CONNECTOR" -> unlock(body.get(), asker);
            default -> Outcome.invalid("no such command: " + request.path().getFirst());
        };
    }

    /** Who asked, and where the result goes. */
    private record Asker(PartyId party, URI responseUrl) {}

    private Outcome start(ObjectNode command, Asker asker) {
        Optional<StartWish> wish = StartWish.read(command);
        if (wish.isEmpty()) {
            return Outcome.invalid("token or location_id is missing");
        }
        if (stations.find(wish.get()).isEmpty()) {
            return answer("REJECTED");
        }
        return begun(() -> {
            Optional<ObjectNode> session = stations.start(wish.get());
            tell(asker, session.isPresent() ? "ACCEPTED" : "EVSE_OCCUPIED");
            session.ifPresent(begun -> aftermath.started(asker.party(), begun));
        });
    }

    private Outcome stop(ObjectNode command, Asker asker) {
        Optional<String> id = JsonText.text(command, "session_id");
        if (id.isEmpty()) {
            return Outcome.invalid("session_id is missing");
        }
        if (stations.running(id.get()).isEmpty()) {
            return answer("UNKNOWN_SESSION");
        }
        return begun(() -> {
            Optional<ObjectNode> patch = stations.stop(id.get());
            tell(asker, patch.isPresent() ? "ACCEPTED" : "FAILED");
            patch.ifPresent(ended -> aftermath.stopped(asker.party(), id.get(), ended));
        });
    }

    private Outcome reserve(ObjectNode command, Asker asker) {
        Optional<StartWish> wish = StartWish.read(command);
        Optional<String> id = JsonText.text(command, "reservation_id");
        if (wish.isEmpty() || id.isEmpty()) {
            return Outcome.invalid("token, location_id or reservation_id is missing");
        }
        if (stations.find(wish.get()).isEmpty()) {
            return answer("REJECTED");
        }
        return begun(() -> {
            boolean reserved = stations.reserve(id.get(), wish.get());
            tell(asker, reserved ? "ACCEPTED" : "EVSE_OCCUPIED");
        });
    }

    private Outcome cancel(ObjectNode command, Asker asker) {
        Optional<String> id = JsonText.text(command, "reservation_id");
        return id.isEmpty()
                ? Outcome.invalid("reservation_id is missing")
                : begun(() ->
                        tell(
                                asker,
                                stations.cancel(id.get()) ? "ACCEPTED" : "UNKNOWN_RESERVATION"));
    }

    private Outcome unlock(ObjectNode command, Asker asker) {
        Optional<String> location = JsonText.text(command, "location_id");
        Optional<String> evse = JsonText.text(command, "evse_uid");
        if (location.isEmpty() || evse.isEmpty()) {
            return Outcome.invalid("location_id or evse_uid is missing");
        }
        StartWish place =
                new StartWish(JsonText.object(), location.get(), evse, "", Optional.empty());
        return stations.find(place).isEmpty()
                ? answer("REJECTED")
                : begun(() -> tell(asker, "ACCEPTED"));
    }

    private void tell(Asker asker, String result) {
        ObjectNode json = JsonText.object();
        json.put("result", result);
        aftermath.result(asker.party(), asker.responseUrl(), json);
    }

    private static Outcome begun(Runnable work) {
        return new Outcome.Begun(response("ACCEPTED"), work);
    }

    private static Outcome answer(String result) {
        return new Outcome.Found(response(result));
    }

    private static ObjectNode response(String result) {
        ObjectNode json = JsonText.object();
        json.put("result", result).put("timeout", TIMEOUT_SECONDS);
        return json;
    }
}

package network.opencharging.bridge.api;

import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.party.PartyId;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An answer for the backoffice.
 *
 * @param status the status of HTTP
 * @param body JSON
 */
public record ApiReply(int status, Json body) {

    /** Here it is. */
    public static ApiReply ok(Json body) {
        return new ApiReply(200, body);
    }

    /** It is done. */
    public static ApiReply accepted() {
        return new ApiReply(202, Json.Obj.EMPTY);
    }

    /** It is not done. */
    public static ApiReply wrong(int status, String sentence) {
        return new ApiReply(status, Json.Obj.EMPTY.with("error", sentence));
    }

    /** The body is no JSON object: what it is, and where reading stopped. */
    public static ApiReply unreadable(ApiRequest request) {
        if (request.isTooLong()) {
            return tooLong();
        }
        if (request.sent().isEmpty()) {
            return wrong(400, "The body must be a JSON object, and there is none.");
        }
        return switch (request.sent().json()) {
            case JsonReading.Malformed<Json>(String why, long offset) when offset >= 0 ->
                    wrong(
                            400,
                            "The body must be a JSON object; at byte %d: %s."
                                    .formatted(offset, why));
            case JsonReading.Malformed<Json>(String why, long _) ->
                    wrong(400, "The body must be a JSON object: %s.".formatted(why));
            case JsonReading.Read<Json> _ ->
                    wrong(400, "The body must be a JSON object, not a list or a value.");
        };
    }

    /** Who speaks, or to whom, is not said. */
    static ApiReply betweenWhom(Optional<PartyId> own) {
        return wrong(
                400,
                own.isEmpty()
                        ? "The path must name a party of this bridge."
                        : "to must name the receiver, such as ?to=NL-BOB.");
    }

    /** There is more than is read. */
    static ApiReply tooLong() {
        return wrong(413, "The body must not be longer than 4 MiB.");
    }

    /** It is done; what is remarkable about the object is told beside, each with its path. */
    static ApiReply accepted(List<Finding> findings) {
        List<Finding> warnings =
                findings.stream().filter(one -> one.severity() == Severity.WARNING).toList();
        return warnings.isEmpty()
                ? accepted()
                : new ApiReply(202, Json.Obj.EMPTY.with("warnings", sentences(warnings)));
    }

    private static Json sentences(List<Finding> findings) {
        return Json.array(findings.stream().map(one -> Json.text(one.toString())).toList());
    }

    /**
     * What is wrong with an object, fault by fault, with the path of each; beside them what only is
     * remarkable, because it may explain a fault (a required field is missing, and one is there
     * that has nearly its name).
     */
    public static ApiReply invalid(List<Finding> findings) {
        List<Finding> told =
                findings.stream()
                        .filter(one -> one.severity().compareTo(Severity.WARNING) >= 0)
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .toList();
        return new ApiReply(
                422,
                Json.Obj.EMPTY
                        .with("error", "The object is not as OCPI 2.2.1 wants it.")
                        .with("findings", sentences(told)));
    }
}

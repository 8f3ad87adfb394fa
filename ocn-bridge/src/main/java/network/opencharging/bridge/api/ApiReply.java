package network.opencharging.bridge.api;

import network.opencharging.bridge.model.Finding;
import network.opencharging.protocol.json.Json;

import java.util.List;

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

    /** The body cannot be read at all. */
    static ApiReply notJson() {
        return wrong(400, "The body must be a JSON object.");
    }

    /** What is wrong with an object, fault by fault, with the path of each. */
    public static ApiReply invalid(List<Finding> findings) {
        return new ApiReply(
                422,
                Json.Obj.EMPTY
                        .with("error", "The object is not as OCPI 2.2.1 wants it.")
                        .with(
                                "findings",
                                Json.array(
                                        findings.stream()
                                                .map(finding -> Json.text(finding.toString()))
                                                .toList())));
    }
}

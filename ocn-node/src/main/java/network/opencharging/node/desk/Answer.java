package network.opencharging.node.desk;

import network.opencharging.node.handshake.HandshakeForms;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.OcpiStatus;

import java.util.Map;
import java.util.Optional;

/**
 * What the desk says, before it becomes HTTP.
 *
 * @param http the HTTP status
 * @param status the OCPI status
 * @param message the sentence beside it
 * @param data the content
 * @param headers further headers
 */
record Answer(
        int http,
        OcpiStatus status,
        Optional<String> message,
        Optional<Json> data,
        Map<String, String> headers) {

    static Answer success(Json data) {
        return new Answer(200, OcpiStatus.SUCCESS, Optional.empty(), Optional.of(data), Map.of());
    }

    static Answer done() {
        return new Answer(200, OcpiStatus.SUCCESS, Optional.empty(), Optional.empty(), Map.of());
    }

    static Answer refusal(int http, OcpiStatus status, String message) {
        return new Answer(http, status, Optional.of(message), Optional.empty(), Map.of());
    }

    static Answer versionUnknown(HandshakeForms forms) {
        return refusal(
                404,
                OcpiStatus.UNSUPPORTED_VERSION,
                "The version in the path must be one of %s.".formatted(forms));
    }

    Answer with(Map<String, String> further) {
        return new Answer(http, status, message, data, Map.copyOf(further));
    }
}

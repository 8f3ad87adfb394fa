package network.opencharging.protocol.message;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.SpelledParty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes a node message: the order of members is the format. */
final class NodeMessageWriter {
    static final String VERSION = "ocpi_version";

    private NodeMessageWriter() {}

    static Body write(NodeMessage message) {
        Json.Obj head =
                Json.Obj.EMPTY
                        .with("module", NodeModule.nameOf(message.target().module()))
                        .with("interface_role", message.target().role().name())
                        .with("method", message.target().method().name())
                        .with("headers", headers(message.headers()))
                        .withOptional("url_path", path(message).map(Json::text))
                        .withOptional("query_params", query(message))
                        .withOptional("proxy_uid", message.proxy().uid().map(Json::text))
                        .withOptional("proxy_resource", message.proxy().resource().map(Json::text))
                        .withOptional(
                                "custom_module_id",
                                NodeModule.customIdOf(message.target().module()).map(Json::text))
                        .withOptional(VERSION, message.version().map(Json::text));
        byte[] opening = head.bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(opening, 0, opening.length - 1);
        body(message)
                .ifPresent(body -> {
                    out.writeBytes(",\"body\":".getBytes(StandardCharsets.UTF_8));
                    out.writeBytes(body.bytes());
                });
        out.write('}');
        return Body.of(out.toByteArray());
    }

    private static Json.Obj headers(NodeHeaders headers) {
        return Json.Obj.EMPTY
                .with(HeaderNames.AUTHORIZATION, "")
                .withOptional(HeaderNames.OCN_SIGNATURE, headers.signature().map(Json::text))
                .with(HeaderNames.X_REQUEST_ID, headers.ids().requestId())
                .with(HeaderNames.X_CORRELATION_ID, headers.ids().correlationId())
                .with("sender", party(headers.from()))
                .with("receiver", party(headers.to()))
                .withOptional(
                        HeaderNames.OCN_VERIFICATION_STATUS,
                        headers.status().map(status -> Json.text(status.name())));
    }

    private static Json.Obj party(SpelledParty party) {
        return Json.Obj.EMPTY
                .with("party_id", party.partyId())
                .with("country_code", party.countryCode());
    }

    private static Optional<String> path(NodeMessage message) {
        return Optional.of(message.target().path()).filter(path -> !path.isEmpty());
    }

    private static Optional<Json.Obj> query(NodeMessage message) {
        return Optional.of(message.query()).filter(query -> !query.members().isEmpty());
    }

    /** The body of a module that OCPI does not know travels as a text. */
    private static Optional<Body> body(NodeMessage message) {
        Optional<Body> body = message.body().filter(content -> !content.isEmpty());
        return NodeModule.customIdOf(message.target().module()).isPresent()
                ? body.map(content -> Body.of(Json.text(content.text())))
                : body;
    }
}

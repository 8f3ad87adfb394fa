package network.opencharging.protocol.message;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.SpelledParty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Writes a node message: the order of members is the format. */
final class NodeMessageWriter {
    static final String VERSION = "ocpi_version";

    private NodeMessageWriter() {}

    static Body write(NodeMessage message) {
        byte[] opening = head(message).bytes();
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

    private static Json.Obj head(NodeMessage message) {
        SequencedMap<String, Json> head = new LinkedHashMap<>();
        head.put("module", Json.text(NodeModule.nameOf(message.target().module())));
        head.put("interface_role", Json.text(message.target().role().name()));
        head.put("method", Json.text(message.target().method().name()));
        head.put("headers", headers(message.headers()));
        path(message).ifPresent(path -> head.put("url_path", Json.text(path)));
        query(message).ifPresent(query -> head.put("query_params", query));
        message.proxy().uid().ifPresent(uid -> head.put("proxy_uid", Json.text(uid)));
        message.proxy().resource().ifPresent(url -> head.put("proxy_resource", Json.text(url)));
        NodeModule.customIdOf(message.target().module())
                .ifPresent(id -> head.put("custom_module_id", Json.text(id)));
        message.version().ifPresent(version -> head.put(VERSION, Json.text(version)));
        return new Json.Obj(head);
    }

    private static Json.Obj headers(NodeHeaders headers) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put(HeaderNames.AUTHORIZATION, Json.text(""));
        headers.signature()
                .ifPresent(text -> members.put(HeaderNames.OCN_SIGNATURE, Json.text(text)));
        members.put(HeaderNames.X_REQUEST_ID, Json.text(headers.ids().requestId()));
        members.put(HeaderNames.X_CORRELATION_ID, Json.text(headers.ids().correlationId()));
        members.put("sender", party(headers.from()));
        members.put("receiver", party(headers.to()));
        headers.status()
                .ifPresent(status ->
                        members.put(HeaderNames.OCN_VERIFICATION_STATUS, Json.text(status.name())));
        return new Json.Obj(members);
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

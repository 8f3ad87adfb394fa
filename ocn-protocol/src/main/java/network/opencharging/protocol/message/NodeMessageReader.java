package network.opencharging.protocol.message;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonMembers;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.SpelledParty;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteKey;

import java.util.Arrays;
import java.util.Optional;

/** Reads a node message member by member; the first that is missing or wrong ends it. */
final class NodeMessageReader {
    private static final Json.Obj NO_QUERY = Json.Obj.EMPTY;

    private final JsonMembers members;

    private NodeMessageReader(JsonMembers members) {
        this.members = members;
    }

    static NodeMessage.Reading read(JsonMembers members) {
        try {
            return new NodeMessage.Reading.Read(new NodeMessageReader(members).message());
        } catch (Unreadable e) {
            return new NodeMessage.Reading.Unreadable(e.member, e.sentence());
        }
    }

    private NodeMessage message() {
        RouteKey target = target();
        return new NodeMessage(
                target,
                headers(
                        object("headers")
                                .orElseThrow(() -> new Unreadable("headers", "an object"))),
                object("query_params").orElse(NO_QUERY),
                new NodeMessage.Proxy(text("proxy_uid"), text("proxy_resource")),
                text(NodeMessageWriter.VERSION),
                body(target.module()));
    }

    private RouteKey target() {
        ModuleId module =
                text("module")
                        .flatMap(name -> NodeModule.of(name, text("custom_module_id")))
                        .orElseThrow(() ->
                                new Unreadable(
                                        "module",
                                        "the name of a module, with custom_module_id when"
                                                + " it is CUSTOM"));
        InterfaceRole role =
                text("interface_role")
                        .flatMap(NodeMessageReader::role)
                        .orElseThrow(() -> new Unreadable("interface_role", "SENDER or RECEIVER"));
        HttpMethod method =
                text("method")
                        .flatMap(HttpMethod::of)
                        .orElseThrow(
                                () -> new Unreadable("method", "GET, POST, PUT, PATCH or DELETE"));
        return new RouteKey(module, role, method, text("url_path").orElse(""));
    }

    private static Optional<InterfaceRole> role(String name) {
        return Arrays.stream(InterfaceRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    private static NodeHeaders headers(Json.Obj headers) {
        return new NodeHeaders(
                headers.textOf(HeaderNames.OCN_SIGNATURE),
                ids(headers),
                party(headers, "sender"),
                party(headers, "receiver"),
                headers.textOf(HeaderNames.OCN_VERIFICATION_STATUS)
                        .flatMap(NodeMessageReader::status));
    }

    private static MessageIds ids(Json.Obj headers) {
        return new MessageIds(
                id(headers, HeaderNames.X_REQUEST_ID), id(headers, HeaderNames.X_CORRELATION_ID));
    }

    private static String id(Json.Obj headers, String name) {
        return headers.textOf(name)
                .filter(MessageIds::isWellFormed)
                .orElseThrow(
                        () -> new Unreadable("headers." + name, "1 to 255 printable characters"));
    }

    private static SpelledParty party(Json.Obj headers, String side) {
        return headers.objectOf(side)
                .flatMap(party ->
                        party.textOf("country_code")
                                .flatMap(country ->
                                        party.textOf("party_id")
                                                .filter(id -> PartyId.of(country, id).isPresent())
                                                .map(id -> new SpelledParty(country, id))))
                .orElseThrow(() ->
                        new Unreadable(
                                "headers." + side,
                                "an object with a country_code of two letters and a"
                                        + " party_id of three letters or digits"));
    }

    private static Optional<VerificationStatus> status(String name) {
        return Arrays.stream(VerificationStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }

    /** The bytes as they stand; of a custom module that travels as a text, the text's content. */
    private Optional<Body> body(ModuleId module) {
        Optional<Body> raw = members.value("body").filter(bytes -> bytes[0] != 'n').map(Body::of);
        boolean custom = NodeModule.customIdOf(module).isPresent();
        return custom ? text("body").map(Body::of).or(() -> raw) : raw;
    }

    private Optional<String> text(String name) {
        return members.read(name).flatMap(Json::asText);
    }

    private Optional<Json.Obj> object(String name) {
        return members.read(name)
                .flatMap(value ->
                        value instanceof Json.Obj inner ? Optional.of(inner) : Optional.empty());
    }

    /** Ends the reading; never leaves this class. */
    private static final class Unreadable extends RuntimeException {
        private final String member;
        private final String form;

        Unreadable(String member, String form) {
            super(member, null, false, false);
            this.member = member;
            this.form = form;
        }

        String sentence() {
            return "Member %s of the message must be %s.".formatted(member, form);
        }
    }
}

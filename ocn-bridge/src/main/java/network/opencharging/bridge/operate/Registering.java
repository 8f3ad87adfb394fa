package network.opencharging.bridge.operate;

import network.opencharging.bridge.api.ApiReply;
import network.opencharging.bridge.api.ApiRequest;
import network.opencharging.bridge.api.Parameters;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;

import java.util.Map;
import java.util.Optional;

/** {@code /registration}: what an operator has the bridge do with its hub. */
record Registering(Registrar registrar) {
    /** Only DELETE has one. */
    static final Map<String, Parameters.Kind> PARAMETERS = Map.of("anyhow", Parameters.Kind.FLAG);

    ApiReply answer(ApiRequest request) {
        if (request.is("POST", "registration", 2) && request.segment(1).equals("invitation")) {
            Registrar.Invitation invitation = registrar.invite();
            return ApiReply.ok(
                    Json.Obj.EMPTY
                            .with("versions_url", invitation.versionsUrl())
                            .with("token", invitation.tokenA()));
        }
        if (request.path().size() != 1) {
            return AdminApi.nothing();
        }
        return switch (request.method()) {
            case "POST" -> fault(request).orElseGet(() -> again(request));
            case "PUT" -> done("Both sides have new tokens.", registrar.rotate());
            case "DELETE" ->
                    done(
                            "The bridge has left its hub. It comes back when it is registered"
                                    + " again, or started again.",
                            registrar.leave(
                                    request.parameter("anyhow")
                                            .filter("true"::equals)
                                            .isPresent()));
            default -> ApiReply.wrong(405, "Only POST, PUT and DELETE are answered here.");
        };
    }

    private ApiReply again(ApiRequest request) {
        return done(
                "The bridge is registered again.",
                registrar.again(
                        request.body().flatMap(body -> body.textOf("token")).map(String::strip)));
    }

    /** A token that is not read would be that of the settings, which is not what was meant. */
    private static Optional<ApiReply> fault(ApiRequest request) {
        if (request.sent().isEmpty()) {
            return Optional.empty();
        }
        if (request.body().isEmpty()) {
            return Optional.of(ApiReply.unreadable(request));
        }
        return request.body().get().members().entrySet().stream()
                .flatMap(member -> fault(member.getKey(), member.getValue()).stream())
                .findFirst()
                .map(sentence -> ApiReply.wrong(400, sentence));
    }

    private static Optional<String> fault(String name, Json value) {
        if (!name.equals("token")) {
            return Optional.of(
                    "There is no field %s here: the body is {\"token\": \"<token A>\"}, or nothing."
                            .formatted(name));
        }
        return value.asText().map(String::strip).flatMap(CredentialsToken::of).isPresent()
                ? Optional.empty()
                : Optional.of("token must be a text of visible characters: the token A.");
    }

    private static ApiReply done(String good, Optional<String> trouble) {
        return trouble.map(sentence -> ApiReply.wrong(409, sentence))
                .orElseGet(() -> ApiReply.ok(Json.Obj.EMPTY.with("done", good)));
    }
}

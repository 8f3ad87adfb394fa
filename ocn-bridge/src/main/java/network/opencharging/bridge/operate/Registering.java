package network.opencharging.bridge.operate;

import network.opencharging.bridge.api.ApiReply;
import network.opencharging.bridge.api.ApiRequest;
import network.opencharging.protocol.json.Json;

import java.util.Optional;

/** {@code /registration}: what an operator has the bridge do with its hub. */
record Registering(Registrar registrar) {

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
            case "POST" ->
                    done(
                            "The bridge is registered again.",
                            registrar.again(
                                    request.body()
                                            .flatMap(body -> body.textOf("token"))
                                            .map(String::strip)
                                            .filter(token -> !token.isEmpty())));
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

    private static ApiReply done(String good, Optional<String> trouble) {
        return trouble.map(sentence -> ApiReply.wrong(409, sentence))
                .orElseGet(() -> ApiReply.ok(Json.Obj.EMPTY.with("done", good)));
    }
}

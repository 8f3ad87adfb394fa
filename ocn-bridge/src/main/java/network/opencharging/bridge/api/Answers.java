package network.opencharging.bridge.api;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.deliver.Orders;
import network.opencharging.protocol.json.Json;

import java.util.function.Function;

/** What came of a call to a partner, as the backoffice is told. */
final class Answers {
    private Answers() {}

    static <T> ApiReply reply(Answered<T> answered, Function<T, Json> success) {
        return switch (answered) {
            case Answered.Success<T>(T value, var _) -> ApiReply.ok(success.apply(value));
            case Answered.Invalid<T>(var findings) -> ApiReply.invalid(findings);
            case Answered.Refused<T>(int http, var status, String message, var _) ->
                    ApiReply.wrong(
                            502, "HTTP %d, status %d: %s".formatted(http, status.code(), message));
            case Answered.Unreachable<T>(String why) -> ApiReply.wrong(504, why);
            case Answered.Untrusted<T>(String why) -> ApiReply.wrong(502, why);
            case Answered.NotOcpi<T>(int http, String why) ->
                    ApiReply.wrong(502, "HTTP %d: %s".formatted(http, why));
            case Answered.NotOffered<T>(var module, var role) ->
                    ApiReply.wrong(502, "the hub offers no %s of %s".formatted(role, module));
        };
    }

    /** The answer to an order; with its id whenever its end will be told. */
    static <R> ApiReply ordered(Orders.Given<R> given, Function<R, Json> response) {
        ApiReply reply = reply(given.answer(), one -> later(given.id(), response.apply(one)));
        return given.answer() instanceof Answered.Success || !Orders.mayHaveArrived(given.answer())
                ? reply
                : new ApiReply(reply.status(), withId(reply.body(), given.id()));
    }

    private static Json withId(Json body, String id) {
        return body instanceof Json.Obj object ? object.with("id", id) : body;
    }

    /** The answer to something whose result comes later, under this id. */
    static Json later(String id, Json response) {
        return Json.Obj.EMPTY.with("id", id).with("response", response);
    }
}

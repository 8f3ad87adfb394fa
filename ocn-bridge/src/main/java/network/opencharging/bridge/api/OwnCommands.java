package network.opencharging.bridge.api;

import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.CancelReservation;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.bridge.model.v221.ReserveNow;
import network.opencharging.bridge.model.v221.StartSession;
import network.opencharging.bridge.model.v221.StopSession;
import network.opencharging.bridge.model.v221.UnlockConnector;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RequestPath;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Commands that an own party gives. The answer is told at once, the result comes as an event.
 *
 * @param publicUrl where the hub reaches this bridge
 * @param connection calls over the present connection; empty while there is none
 */
record OwnCommands(
        String publicUrl,
        Set<PartyId> parties,
        Supplier<Optional<HubCalls>> connection,
        Supplier<String> ids) {

    /** {@code /own/{country}/{party}/commands/{COMMAND}}, with the receiver in {@code to}. */
    ApiReply answer(ApiRequest request) {
        if (!request.method().equals("POST")) {
            return ApiReply.wrong(405, "Only POST is answered here.");
        }
        Optional<PartyId> from =
                PartyId.of(request.segment(1), request.segment(2)).filter(parties::contains);
        Optional<PartyId> to = request.parameter("to").flatMap(PartyId::parse);
        if (from.isEmpty() || to.isEmpty()) {
            return ApiReply.wrong(400, "The path must name an own party, and to the receiver.");
        }
        Optional<HubCalls> calls = connection.get();
        if (calls.isEmpty()) {
            return ApiReply.wrong(503, "This bridge is not registered with a hub.");
        }
        String id = ids.get();
        CommandType type = new CommandType(request.segment(4));
        Json.Obj body =
                request.body().orElse(Json.Obj.EMPTY).with("response_url", responseUrl(type, id));
        Exchange exchange = new Exchange(from.get(), to.get(), id);
        return switch (request.segment(4)) {
            case "START_SESSION" -> given(calls.get(), exchange, type, StartSession.SHAPE, body);
            case "STOP_SESSION" -> given(calls.get(), exchange, type, StopSession.SHAPE, body);
            case "RESERVE_NOW" -> given(calls.get(), exchange, type, ReserveNow.SHAPE, body);
            case "CANCEL_RESERVATION" ->
                    given(calls.get(), exchange, type, CancelReservation.SHAPE, body);
            case "UNLOCK_CONNECTOR" ->
                    given(calls.get(), exchange, type, UnlockConnector.SHAPE, body);
            default -> ApiReply.wrong(404, "There is no such command in OCPI 2.2.1.");
        };
    }

    private String responseUrl(CommandType type, String id) {
        return "%s%s/%s/%s"
                .formatted(
                        publicUrl,
                        RequestPath.endpoint("2.2.1", ModuleId.COMMANDS, InterfaceRole.SENDER),
                        type.value(),
                        id);
    }

    private static <T extends OcpiObject> ApiReply given(
            HubCalls calls, Exchange exchange, CommandType type, Shape<T> shape, Json.Obj body) {
        return switch (shape.read(body)) {
            case Reading.Unreadable<T>(var findings) -> ApiReply.invalid(findings);
            case Reading.Read<T>(T object, var _) ->
                    Answers.reply(
                            calls.command(exchange, type, shape, object),
                            response -> Answers.later(exchange.correlationId(), response.json()));
        };
    }
}

package network.opencharging.bridge.api;

import network.opencharging.bridge.deliver.Orders;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.CancelReservation;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.bridge.model.v221.ReserveNow;
import network.opencharging.bridge.model.v221.StartSession;
import network.opencharging.bridge.model.v221.StopSession;
import network.opencharging.bridge.model.v221.UnlockConnector;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Commands that an own party gives. The answer is told at once, the result comes as an event.
 *
 * @param orders gives them
 * @param isConnected whether there is a connection now
 */
record OwnCommands(Set<PartyId> parties, Orders orders, BooleanSupplier isConnected) {

    /** {@code /own/{country}/{party}/commands/{COMMAND}}, with the receiver in {@code to}. */
    ApiReply answer(ApiRequest request) {
        if (!request.method().equals("POST")) {
            return ApiReply.wrong(405, "Only POST is answered here.");
        }
        Optional<PartyId> from =
                PartyId.of(request.segment(1), request.segment(2)).filter(parties::contains);
        Optional<PartyId> to = request.parameter("to").flatMap(PartyId::parse);
        Optional<ApiReply> wrong = Parameters.wrong(request, Map.of("to", Parameters.Kind.PARTY));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (from.isEmpty() || to.isEmpty()) {
            return ApiReply.betweenWhom(from);
        }
        if (!isConnected.getAsBoolean()) {
            return ApiReply.wrong(503, "This bridge is not registered with a hub.");
        }
        if (request.body().isEmpty()) {
            return ApiReply.unreadable(request);
        }
        Json.Obj body = request.body().get();
        return shape(request.segment(4))
                .map(shape ->
                        Answers.ordered(
                                orders.command(
                                        from.get(),
                                        to.get(),
                                        new CommandType(request.segment(4)),
                                        shape,
                                        body),
                                OcpiObject::json))
                .orElseGet(() -> ApiReply.wrong(404, "There is no such command in OCPI 2.2.1."));
    }

    private static Optional<Shape<? extends OcpiObject>> shape(String command) {
        return switch (command) {
            case "START_SESSION" -> Optional.of(StartSession.SHAPE);
            case "STOP_SESSION" -> Optional.of(StopSession.SHAPE);
            case "RESERVE_NOW" -> Optional.of(ReserveNow.SHAPE);
            case "CANCEL_RESERVATION" -> Optional.of(CancelReservation.SHAPE);
            case "UNLOCK_CONNECTOR" -> Optional.of(UnlockConnector.SHAPE);
            default -> Optional.empty();
        };
    }
}

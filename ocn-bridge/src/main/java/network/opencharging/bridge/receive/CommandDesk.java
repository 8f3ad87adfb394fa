package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.Command;
import network.opencharging.bridge.backoffice.Command.Order;
import network.opencharging.bridge.backoffice.CommandHandler;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.CancelReservation;
import network.opencharging.bridge.model.v221.CommandResponse;
import network.opencharging.bridge.model.v221.CommandResponseType;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.bridge.model.v221.DisplayText;
import network.opencharging.bridge.model.v221.ReserveNow;
import network.opencharging.bridge.model.v221.StartSession;
import network.opencharging.bridge.model.v221.StopSession;
import network.opencharging.bridge.model.v221.UnlockConnector;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Commands of partners (OCPI 2.2.1 §13.2.1). A command is written down before the backoffice hears
 * of it: a result that comes early, or after a restart, still finds who waits for it.
 */
record CommandDesk(CommandHandler handler, Commands commands, Clock clock, Outgoing outgoing)
        implements Desk {
    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(ModuleId.COMMANDS)
                && asked.route().role() == InterfaceRole.RECEIVER
                && asked.match().id("command").isPresent();
    }

    @Override
    public Outcome answer(Asked asked) {
        CommandType type = new CommandType(asked.match().id("command").orElse(""));
        if (CommandType.START_SESSION.equals(type)) {
            return read(asked, StartSession.SHAPE, StartSession::responseUrl, Order.Start::new);
        }
        if (CommandType.STOP_SESSION.equals(type)) {
            return read(asked, StopSession.SHAPE, StopSession::responseUrl, Order.Stop::new);
        }
        if (CommandType.RESERVE_NOW.equals(type)) {
            return read(asked, ReserveNow.SHAPE, ReserveNow::responseUrl, Order.Reserve::new);
        }
        if (CommandType.CANCEL_RESERVATION.equals(type)) {
            return read(
                    asked,
                    CancelReservation.SHAPE,
                    CancelReservation::responseUrl,
                    Order.Cancel::new);
        }
        if (CommandType.UNLOCK_CONNECTOR.equals(type)) {
            return read(
                    asked, UnlockConnector.SHAPE, UnlockConnector::responseUrl, Order.Unlock::new);
        }
        return said(asked, CommandResponseType.NOT_SUPPORTED, Duration.ZERO, Optional.empty());
    }

    private <T extends OcpiObject> Outcome read(
            Asked asked, Shape<T> shape, Function<T, String> url, Function<T, Order> order) {
        return asked.object()
                .map(shape::read)
                .map(reading ->
                        switch (reading) {
                            case Reading.Unreadable<T>(var findings) ->
                                    new Outcome.Unreadable(findings);
                            case Reading.Read<T>(T body, var _) ->
                                    commanded(asked, url.apply(body), order.apply(body));
                        })
                .orElseGet(Outcome.NotJson::new);
    }

    /** The token of this platform goes to the hub alone, whatever a partner writes. */
    private Outcome commanded(Asked asked, String url, Order order) {
        Optional<URI> responseUrl = commands.responseUrl(url);
        if (responseUrl.isEmpty()) {
            return new Outcome.Wrong("response_url must lead to the hub.");
        }
        Command command = new Command(commands.ids().get(), order);
        commands.open(
                command.id(), asked, order.type().value(), responseUrl.get(), clock.instant());
        return switch (handler.handle(asked.context(), command)) {
            case CommandHandler.Answer.Accepted(Duration within) ->
                    said(
                            asked,
                            CommandResponseType.ACCEPTED,
                            commands.accepted(command.id(), within, clock.instant()),
                            Optional.empty());
            case CommandHandler.Answer.Refused(CommandResponseType why, String message) -> {
                commands.book().forget(command.id());
                yield said(asked, why, Duration.ZERO, Optional.of(message));
            }
        };
    }

    private Outcome said(
            Asked asked, CommandResponseType type, Duration wait, Optional<String> message) {
        CommandResponse.Builder response =
                CommandResponse.builder().result(type).timeout(wait.toSeconds());
        message.filter(text -> !text.isBlank())
                .ifPresent(text ->
                        response.message(
                                java.util.List.of(
                                        DisplayText.builder().language("en").text(text).build())));
        return outgoing.found(asked, CommandResponse.SHAPE, response.build());
    }
}

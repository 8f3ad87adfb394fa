package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.CommandResultListener;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.Route;

import java.util.Optional;

/** How own commands ended (OCPI 2.2.1 §13.2.2). */
record CommandResultDesk(CommandResultListener listener) implements Desk {

    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(ModuleId.COMMANDS)
                && asked.route().role() == InterfaceRole.SENDER
                && asked.match().id(Route.GIVEN_ID).isPresent();
    }

    @Override
    public Outcome answer(Asked asked) {
        CommandType type = new CommandType(asked.match().id("command").orElse(""));
        Optional<CiString> id = asked.id(Route.GIVEN_ID);
        return asked.object()
                .map(CommandResult.SHAPE::read)
                .map(reading ->
                        switch (reading) {
                            case Reading.Unreadable<CommandResult>(var findings) ->
                                    new Outcome.Unreadable(findings);
                            case Reading.Read<CommandResult>(CommandResult result, var _) ->
                                    Filed.of(
                                            listener.ended(
                                                    asked.context(),
                                                    type,
                                                    id.map(CiString::text).orElse(""),
                                                    result));
                        })
                .orElseGet(Outcome.NotJson::new);
    }
}

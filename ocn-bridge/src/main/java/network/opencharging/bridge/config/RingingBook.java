package network.opencharging.bridge.config;

import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.ActiveChargingProfileResult;
import network.opencharging.bridge.model.v221.ChargingProfileResult;
import network.opencharging.bridge.model.v221.ClearProfileResult;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rings when a result is there to be told. One that OCPI does not allow is parked, and who gave it
 * is told at once, with every field: the partner still waits, and a better one is still taken.
 */
record RingingBook(CommandBook book, Runnable bell, PartyId own, Consumer<Complaint> complaints)
        implements CommandBook {

    @Override
    public void open(PendingCommand command) {
        book.open(command);
    }

    @Override
    public void extend(String id, Instant deadline) {
        book.extend(id, deadline);
    }

    @Override
    public void forget(String id) {
        book.forget(id);
    }

    @Override
    public boolean settle(String id, OcpiObject result) {
        List<String> wrong =
                shape(result).check(result.json()).stream()
                        .filter(Finding::forbidsSending)
                        .map(Finding::toString)
                        .toList();
        if (!wrong.isEmpty()) {
            complaints.accept(
                    new Complaint(
                            Complaint.Kind.OWN_INVALID,
                            new Complaint.About(own, own, "commands", "result of " + id),
                            result.json().text(),
                            wrong));
            throw new IllegalArgumentException(
                    "The result of %s is not as OCPI 2.2.1 wants it: %s"
                            .formatted(id, String.join("; ", wrong)));
        }
        boolean waited = book.settle(id, result);
        bell.run();
        return waited;
    }

    private static Shape<?> shape(OcpiObject result) {
        return switch (result) {
            case CommandResult _ -> CommandResult.SHAPE;
            case ChargingProfileResult _ -> ChargingProfileResult.SHAPE;
            case ClearProfileResult _ -> ClearProfileResult.SHAPE;
            case ActiveChargingProfileResult _ -> ActiveChargingProfileResult.SHAPE;
            default ->
                    throw new IllegalArgumentException(
                            result.getClass().getSimpleName() + " is no result of a command");
        };
    }

    @Override
    public List<PendingCommand> overdue(Instant now, int limit) {
        return book.overdue(now, limit);
    }
}

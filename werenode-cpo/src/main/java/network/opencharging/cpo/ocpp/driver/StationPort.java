package network.opencharging.cpo.ocpp.driver;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.device.StartOrder;
import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.Orders;
import network.opencharging.cpo.ocpp.central.Retelling;
import network.opencharging.cpo.ocpp.central.Transaction;
import network.opencharging.cpo.ocpp.central.TransactionBook;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.message.Fields;
import network.opencharging.cpo.ocpp.message.PortWords;
import network.opencharging.cpo.ocpp.message.Status;
import network.opencharging.cpo.ocpp.message.Wanted;
import network.opencharging.cpo.ocpp.station.CallOutcome;
import network.opencharging.cpo.ocpp.station.StationLine;
import network.opencharging.cpo.ocpp.station.StationLines;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** An EVSE of a station. */
final class StationPort implements ChargePort {
    private static final int RECENT = 100;
    private final PortId id;
    private final Books books;
    private final StationLines lines;
    private final Orders orders;
    private final Map<OcppVersion, PortWords> words;
    private final Duration patience;

    StationPort(
            PortId id,
            Books books,
            StationLines lines,
            Orders orders,
            Map<OcppVersion, PortWords> words,
            Duration patience) {
        this.id = id;
        this.books = books;
        this.lines = lines;
        this.orders = orders;
        this.words = words;
        this.patience = patience;
    }

    @Override
    public PortId id() {
        return id;
    }

    @Override
    public CompletableFuture<Outcome> start(StartOrder order) {
        orders.add(id.device(), id.evse(), order.token(), order.session());
        int number = order.session().hashCode() & Integer.MAX_VALUE;
        return ask(said -> said.start(id.evse(), order.token(), number, order.limit()))
                .thenApply(outcome -> {
                    // Who did not answer may have begun all the same.
                    if (!(outcome instanceof Outcome.Done
                            || outcome instanceof Outcome.Unanswered)) {
                        orders.drop(order.session());
                    }
                    return outcome;
                });
    }

    @Override
    public CompletableFuture<Outcome> stop(String session) {
        Optional<Transaction> running = books.transactions().ofSession(id.device(), session);
        return running.map(transaction -> ask(said -> said.stop(transaction.name())))
                .orElseGet(() -> {
                    orders.drop(session);
                    return CompletableFuture.completedFuture(
                            new Outcome.Declined("no such session goes on here"));
                });
    }

    @Override
    public CompletableFuture<Outcome> stop(DeviceEvent.Charge charge) {
        return charge.transaction().isEmpty()
                ? stop(charge.session().orElse(""))
                : ask(said -> said.stop(charge.transaction()));
    }

    @Override
    public List<DeviceEvent> told(DeviceEvent.Charge charge) {
        Optional<Transaction> known =
                charge.transaction().isEmpty()
                        ? newest(charge)
                        : books.transactions().find(id.device(), charge.transaction());
        return known.map(transaction -> Retelling.of(transaction, books.meters()))
                .orElseGet(List::of);
    }

    private Optional<Transaction> newest(DeviceEvent.Charge charge) {
        TransactionBook.Wish wish =
                new TransactionBook.Wish(
                        Optional.of(id.device()), Optional.empty(), Optional.empty(), RECENT);
        return books.transactions().latest(wish).stream()
                .filter(one -> one.session().isPresent())
                .filter(one -> one.session().equals(charge.session()))
                .findFirst();
    }

    @Override
    public Optional<DeviceEvent> last() {
        return books.connectors().of(id.device()).stream()
                .filter(status -> status.key().evse() == id.evse())
                .max(Comparator.comparing(Status::at))
                .flatMap(status -> Retelling.of(id, status));
    }

    @Override
    public CompletableFuture<Outcome> readMeter() {
        return ask(said -> said.read(id.evse()));
    }

    @Override
    public CompletableFuture<Outcome> unlock() {
        return ask(said -> said.unlock(id.evse()));
    }

    @Override
    public CompletableFuture<Outcome> limit(Watts most) {
        return ask(said -> said.limit(id.evse(), most));
    }

    @Override
    public Health health() {
        return new Health(lines.find(id.device()).isPresent(), true);
    }

    private CompletableFuture<Outcome> ask(Function<PortWords, Wanted> wish) {
        Optional<StationLine> line = lines.find(id.device());
        if (line.isEmpty()) {
            return CompletableFuture.completedFuture(new Outcome.Unreachable());
        }
        Wanted wanted = wish.apply(Objects.requireNonNull(words.get(line.get().version())));
        return line.get()
                .call(wanted.action(), wanted.payload(), patience)
                .thenApply(StationPort::meaning);
    }

    private static Outcome meaning(CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Answered(ObjectNode payload) ->
                    meaning(Fields.text(payload, "status", ""));
            case CallOutcome.Failed failed -> meaning(failed.code());
            case CallOutcome.Unanswered _ -> new Outcome.Unanswered();
            case CallOutcome.Unsent _ -> new Outcome.Unreachable();
        };
    }

    private static Outcome meaning(String word) {
        return switch (word) {
            case "Accepted", "Scheduled", "Unlocked" -> new Outcome.Done();
            case "NotSupported", "NotImplemented" -> new Outcome.NotSupported();
            default -> new Outcome.Declined(word);
        };
    }
}

package network.opencharging.cpo.plug.away;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.device.StartOrder;
import network.opencharging.cpo.process.Errands;
import network.opencharging.cpo.process.Lead;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A plug to which another process speaks. */
record PlugElsewhere(PortId id, Lead lead, Errands errands, Duration patience, Supplier<String> ids)
        implements ChargePort {

    @Override
    public CompletableFuture<Outcome> start(StartOrder order) {
        return order.limit().isPresent() ? notSupported() : order(OrderText.start(order));
    }

    @Override
    public CompletableFuture<Outcome> stop(String session) {
        return order(OrderText.about(OrderText.Order.STOP, session));
    }

    @Override
    public CompletableFuture<Outcome> stop(DeviceEvent.Charge charge) {
        return stop(charge.session().orElse(charge.transaction()));
    }

    /**
     * @throws IllegalStateException when nobody knows at the moment: that is not nothing
     */
    @Override
    public List<DeviceEvent> told(DeviceEvent.Charge charge) {
        String session = charge.session().orElse(charge.transaction());
        return done(OrderText.about(OrderText.Order.TOLD, session))
                .map(text -> EventText.read(id, text))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the process that speaks to the plug does not answer"));
    }

    @Override
    public Optional<DeviceEvent> last() {
        return done(OrderText.plain(OrderText.Order.LAST))
                .flatMap(text -> EventText.read(id, text).stream().findFirst());
    }

    @Override
    public CompletableFuture<Outcome> readMeter() {
        return order(OrderText.plain(OrderText.Order.READ_METER));
    }

    @Override
    public CompletableFuture<Outcome> unlock() {
        return notSupported();
    }

    @Override
    public CompletableFuture<Outcome> limit(Watts most) {
        return notSupported();
    }

    private static CompletableFuture<Outcome> notSupported() {
        return CompletableFuture.completedFuture(new Outcome.NotSupported());
    }

    @Override
    public Health health() {
        return done(OrderText.plain(OrderText.Order.HEALTH))
                .map(OrderText::health)
                .orElseGet(() -> new Health(false, false));
    }

    /** What came of it, waited for. */
    private Optional<String> done(String content) {
        return ask(content)
                .map(CompletableFuture::join)
                .filter(Errands.Done.class::isInstance)
                .map(came -> ((Errands.Done) came).outcome());
    }

    private CompletableFuture<Outcome> order(String content) {
        return ask(content)
                .map(asked -> asked.thenApply(PlugElsewhere::meaning))
                .orElseGet(() -> CompletableFuture.completedFuture(new Outcome.Unreachable()));
    }

    private static Outcome meaning(Errands.Came came) {
        return switch (came) {
            case Errands.Done(String outcome) -> OrderText.outcome(outcome);
            case Errands.Lost(boolean taken) when taken -> new Outcome.Unanswered();
            case Errands.Lost _ -> new Outcome.Unreachable();
        };
    }

    /** Empty when no process speaks to plugs at the moment. */
    private Optional<CompletableFuture<Errands.Came>> ask(String content) {
        return lead.whose()
                .map(process ->
                        errands.ask(
                                new Errands.Wish(
                                        ids.get(), process, PlugHand.KIND, id.device(), content),
                                patience));
    }
}

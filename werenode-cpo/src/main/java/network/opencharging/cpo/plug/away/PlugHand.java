package network.opencharging.cpo.plug.away;

import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.plug.roll.PlugRoll;
import network.opencharging.cpo.process.Duties;
import network.opencharging.cpo.process.Errand;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Orders a plug for another process. */
public final class PlugHand implements Duties.Hand {
    /** The kind of errand that this hand does. */
    public static final String KIND = "plug";

    private final PlugRoll roll;

    public PlugHand(PlugRoll roll) {
        this.roll = roll;
    }

    @Override
    public CompletableFuture<String> carryOut(Errand errand) {
        JsonNode read = OrderText.read(errand.content());
        return roll.find(new PortId(errand.subject(), 1))
                .map(port -> order(port, read))
                .orElseGet(() ->
                        CompletableFuture.completedFuture(
                                OrderText.outcome(new Outcome.Unreachable())));
    }

    private static CompletableFuture<String> order(ChargePort port, JsonNode read) {
        return switch (OrderText.order(read)) {
            case START -> port.start(OrderText.startOrder(read)).thenApply(OrderText::outcome);
            case STOP -> port.stop(OrderText.session(read)).thenApply(OrderText::outcome);
            case READ_METER -> port.readMeter().thenApply(OrderText::outcome);
            case LAST ->
                    CompletableFuture.completedFuture(
                            EventText.write(port.last().stream().toList()));
            case TOLD ->
                    CompletableFuture.completedFuture(
                            EventText.write(
                                    port.told(
                                            new DeviceEvent.Charge(
                                                    Optional.of(OrderText.session(read)),
                                                    OrderText.session(read),
                                                    Optional.empty()))));
            case HEALTH -> CompletableFuture.completedFuture(OrderText.health(port.health()));
        };
    }
}

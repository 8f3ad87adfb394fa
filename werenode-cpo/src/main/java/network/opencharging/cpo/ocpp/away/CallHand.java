package network.opencharging.cpo.ocpp.away;

import network.opencharging.cpo.ocpp.station.CallOutcome;
import network.opencharging.cpo.ocpp.station.Connections;
import network.opencharging.cpo.ocpp.station.OutcomeText;
import network.opencharging.cpo.process.Duties;
import network.opencharging.cpo.process.Errand;

import java.util.concurrent.CompletableFuture;

/** Calls a station that is connected here for another process. */
public final class CallHand implements Duties.Hand {
    /** The kind of errand that this hand does. */
    public static final String KIND = "call";

    private final Connections connections;

    public CallHand(Connections connections) {
        this.connections = connections;
    }

    @Override
    public CompletableFuture<String> carryOut(Errand errand) {
        CallText call = CallText.read(errand.content());
        return connections
                .find(errand.subject())
                .map(line -> line.call(errand.id(), call.action(), call.payload(), call.patience()))
                .orElseGet(() ->
                        CompletableFuture.completedFuture(
                                new CallOutcome.Unsent("the station is not connected any more")))
                .thenApply(OutcomeText::write);
    }
}

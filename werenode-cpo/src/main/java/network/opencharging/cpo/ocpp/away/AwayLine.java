package network.opencharging.cpo.ocpp.away;

import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.schema.SchemaFault;
import network.opencharging.cpo.ocpp.station.CallOutcome;
import network.opencharging.cpo.ocpp.station.OutcomeText;
import network.opencharging.cpo.ocpp.station.Protocol;
import network.opencharging.cpo.ocpp.station.StationLine;
import network.opencharging.cpo.process.Errands;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The line of a station that another process holds.
 *
 * @param holder that process
 * @param ids names for calls, never the same twice
 * @param again calls, should that process have died before it heard of a call
 */
record AwayLine(
        String station,
        String holder,
        Protocol protocol,
        Errands errands,
        Supplier<String> ids,
        Again again)
        implements StationLine {

    /** A way to call once more. */
    @FunctionalInterface
    interface Again {

        /** Calls. */
        CompletableFuture<CallOutcome> call(String action, ObjectNode payload, Duration patience);
    }

    @Override
    public OcppVersion version() {
        return protocol.version();
    }

    @Override
    public List<SchemaFault> faults(String action, ObjectNode payload) {
        return protocol.faults(action, payload);
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            String action, ObjectNode payload, Duration patience) {
        return call(ids.get(), action, payload, patience);
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            String message, String action, ObjectNode payload, Duration patience) {
        List<SchemaFault> faults = faults(action, payload);
        if (!faults.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new CallOutcome.Unsent(faults.getFirst().toString()));
        }
        return errands.ask(
                        new Errands.Wish(
                                message,
                                holder,
                                CallHand.KIND,
                                station,
                                new CallText(action, payload, patience).write()),
                        patience)
                .thenCompose(came ->
                        switch (came) {
                            case Errands.Done(String outcome) ->
                                    CompletableFuture.completedFuture(OutcomeText.read(outcome));
                            case Errands.Lost(boolean taken) when taken ->
                                    CompletableFuture.completedFuture(
                                            new CallOutcome.Unanswered(
                                                    "the process that held the station is gone"));
                            case Errands.Lost _ -> again.call(action, payload, patience);
                        });
    }
}

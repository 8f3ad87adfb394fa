package network.opencharging.cpo.ocpp.held;

import network.opencharging.cpo.ocpp.message.ActionDesk;
import network.opencharging.cpo.ocpp.message.HoldingWords;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Listens to what stations tell that changes what they should hold: a reservation that is used, and
 * a start, after which the local list may be lost. Nothing of it holds up the answer.
 */
public final class HoldingDesk implements ActionDesk {
    private final ActionDesk desk;
    private final HoldingWords words;
    private final Supplier<KeepingLines> lines;
    private final Supplier<HeldKeeper> keeper;
    private final Executor workers;
    private final Set<String> started = ConcurrentHashMap.newKeySet();

    /**
     * @param desk answers
     * @param lines found when they are needed: they need desks too
     */
    public HoldingDesk(
            ActionDesk desk,
            HoldingWords words,
            Supplier<KeepingLines> lines,
            Supplier<HeldKeeper> keeper,
            Executor workers) {
        this.desk = desk;
        this.words = words;
        this.lines = lines;
        this.keeper = keeper;
        this.workers = workers;
    }

    @Override
    public Optional<ObjectNode> answer(String station, String action, ObjectNode payload) {
        Optional<ObjectNode> answer = desk.answer(station, action, payload);
        words.used(action, payload)
                .ifPresent(reservation ->
                        workers.execute(() -> keeper.get().used(station, reservation)));
        if (action.equals("BootNotification")) {
            started.add(station);
        } else if (!started.isEmpty() && started.remove(station)) {
            // It speaks again, so it has its answer to the start, and may be called (1.6 §4.2).
            workers.execute(() -> ask(station));
        }
        return answer;
    }

    private void ask(String station) {
        lines.get().find(station).ifPresent(line -> keeper.get().checkList(line, words));
    }
}

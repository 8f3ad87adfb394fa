package network.opencharging.cpo.ocpp.held;

import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.message.Holding;
import network.opencharging.cpo.ocpp.message.HoldingWords;
import network.opencharging.cpo.ocpp.schema.SchemaFault;
import network.opencharging.cpo.ocpp.station.CallOutcome;
import network.opencharging.cpo.ocpp.station.StationLine;
import network.opencharging.cpo.ocpp.station.StationLines;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The ways to stations; what is sent by them for stations to hold is kept. */
public final class KeepingLines implements StationLines {
    private final StationLines lines;
    private final HeldKeeper keeper;
    private final Map<OcppVersion, HoldingWords> words;
    private final Supplier<String> ids;

    /**
     * @param ids names for calls, never the same twice
     */
    public KeepingLines(
            StationLines lines,
            HeldKeeper keeper,
            Map<OcppVersion, HoldingWords> words,
            Supplier<String> ids) {
        this.lines = lines;
        this.keeper = keeper;
        this.words = Map.copyOf(words);
        this.ids = ids;
    }

    @Override
    public Optional<StationLine> find(String station) {
        return lines.find(station).map(KeepingLine::new);
    }

    HoldingWords words(OcppVersion version) {
        return Objects.requireNonNull(words.get(version));
    }

    private final class KeepingLine implements StationLine {
        private final StationLine line;

        KeepingLine(StationLine line) {
            this.line = line;
        }

        @Override
        public String station() {
            return line.station();
        }

        @Override
        public OcppVersion version() {
            return line.version();
        }

        @Override
        public List<SchemaFault> faults(String action, ObjectNode payload) {
            return line.faults(action, payload);
        }

        @Override
        public CompletableFuture<CallOutcome> call(
                String message, String action, ObjectNode payload, Duration patience) {
            HoldingWords spoken = words(version());
            Optional<Holding> about =
                    spoken.about(action, payload).filter(_ -> faults(action, payload).isEmpty());
            about.ifPresent(holding -> keeper.asks(station(), holding));
            CompletableFuture<CallOutcome> answer = line.call(message, action, payload, patience);
            return about.isEmpty()
                    ? answer
                    : answer.thenApply(outcome -> {
                        keeper.heard(this, spoken, about.get(), outcome);
                        return outcome;
                    });
        }

        @Override
        public CompletableFuture<CallOutcome> call(
                String action, ObjectNode payload, Duration patience) {
            return call(ids.get(), action, payload, patience);
        }
    }
}

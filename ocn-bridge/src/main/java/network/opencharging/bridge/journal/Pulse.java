package network.opencharging.bridge.journal;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How it goes between each two parties in each module, since the start. */
public final class Pulse implements Journal {
    private static final int MOST = 10_000;

    private final Map<Line, Beat> lines = new ConcurrentHashMap<>();

    /**
     * Between whom.
     *
     * @param direction who asks
     * @param from who asks
     * @param to who is asked
     * @param module in which module
     */
    public record Line(Passage.Direction direction, PartyId from, PartyId to, ModuleId module) {}

    /**
     * How it goes.
     *
     * @param good how many messages went well
     * @param bad how many did not
     * @param lastGood when the last one went well
     * @param lastBad when the last one did not
     * @param trouble why it did not
     */
    public record Beat(
            long good,
            long bad,
            Optional<Instant> lastGood,
            Optional<Instant> lastBad,
            String trouble) {
        private static final Beat NONE = new Beat(0, 0, Optional.empty(), Optional.empty(), "");

        private Beat and(Passage passage) {
            return passage.isGood()
                    ? new Beat(good + 1, bad, Optional.of(passage.at()), lastBad, trouble)
                    : new Beat(
                            good, bad + 1, lastGood, Optional.of(passage.at()), passage.trouble());
        }
    }

    /** Nothing has passed yet. */
    public Pulse() {}

    /** Strangers cannot fill the memory: beyond so many pairs only known ones are counted. */
    @Override
    public void note(Passage passage) {
        Passage.Subject subject = passage.subject();
        if (subject.from().isEmpty() || subject.to().isEmpty()) {
            return;
        }
        Line line =
                new Line(
                        passage.direction(),
                        subject.from().get(),
                        subject.to().get(),
                        subject.module());
        if (lines.size() < MOST || lines.containsKey(line)) {
            lines.merge(line, Beat.NONE.and(passage), (before, _) -> before.and(passage));
        }
    }

    /** Everything, by parties and module. */
    public List<Map.Entry<Line, Beat>> all() {
        return lines.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(one -> one.getKey().toString()))
                .toList();
    }
}

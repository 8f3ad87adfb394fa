package network.opencharging.tools.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way of one message over nodes: a stop at each, the one first that a platform sent it to.
 *
 * @param question who asks whom for what
 * @param stops in the order of the way
 */
record Way(String question, List<Stop> stops) {
    /** Copies the stops. */
    Way {
        stops = List.copyOf(stops);
    }

    /**
     * What a node did with it.
     *
     * @param node which
     * @param message what its log tells
     */
    record Stop(Watched node, Passing message) {
        /** How long the node was busy with it itself: not waiting for who comes next. */
        Duration own() {
            return message.took().minus(away());
        }

        /** How long it waited for the next hop; nothing when it sent it nowhere. */
        Duration away() {
            Duration before = Duration.ZERO;
            for (Passing.Step step : message.path()) {
                if (step.name().equals("send")) {
                    Duration sent = step.at().minus(before);
                    return sent.compareTo(message.took()) > 0 ? message.took() : sent;
                }
                before = step.at();
            }
            return Duration.ZERO;
        }

        /** What the node found about signatures, on the way there and back. */
        List<String> signatures() {
            return message.path().stream()
                    .filter(step -> step.name().startsWith("verify"))
                    .map(step ->
                            "%s %s"
                                    .formatted(
                                            step.name().equals("verify") ? "request" : "answer",
                                            step.found()))
                    .toList();
        }
    }

    /** All ways among these stops, the one that began first before the others. */
    static List<Way> of(List<Stop> stops) {
        Map<String, List<Stop>> byQuestion = new LinkedHashMap<>();
        stops.stream()
                .sorted(Comparator.comparing(stop -> stop.message().came()))
                .forEach(stop ->
                        byQuestion
                                .computeIfAbsent(stop.message().question(), _ -> new ArrayList<>())
                                .add(stop));
        List<Way> ways = new ArrayList<>();
        byQuestion.forEach((question, all) -> split(question, all, ways));
        return ways;
    }

    /** The same question may be asked again: each begins where a platform asked. */
    private static void split(String question, List<Stop> ordered, List<Way> ways) {
        List<Stop> here = new ArrayList<>();
        List<Stop> first =
                ordered.stream().filter(stop -> !stop.message().is("from_node")).toList();
        List<Stop> later = ordered.stream().filter(stop -> stop.message().is("from_node")).toList();
        if (first.size() <= 1) {
            here.addAll(first);
            here.addAll(later);
            ways.add(new Way(question, here));
            return;
        }
        for (int i = 0; i < first.size(); i++) {
            Optional<Stop> next =
                    i + 1 < first.size() ? Optional.of(first.get(i + 1)) : Optional.empty();
            Stop begin = first.get(i);
            boolean firstOfAll = i == 0;
            List<Stop> its = new ArrayList<>(List.of(begin));
            later.stream()
                    .filter(stop -> firstOfAll || !isBefore(stop, begin))
                    .filter(stop -> next.filter(other -> !isBefore(stop, other)).isEmpty())
                    .forEach(its::add);
            ways.add(new Way(question, its));
        }
    }

    private static boolean isBefore(Stop one, Stop other) {
        return one.message().came().isBefore(other.message().came());
    }

    /**
     * How long the wire and whoever was not asked took behind a stop: what it waited for, less what
     * the next stop says it took; the whole wait where no next one is known.
     */
    Duration between(int stop) {
        Duration away = stops.get(stop).away();
        if (stop + 1 >= stops.size()) {
            return away;
        }
        Duration left = away.minus(stops.get(stop + 1).message().took());
        return left.isNegative() ? Duration.ZERO : left;
    }
}

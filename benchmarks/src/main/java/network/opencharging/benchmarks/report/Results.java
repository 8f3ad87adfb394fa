package network.opencharging.benchmarks.report;

import network.opencharging.benchmarks.load.Case;
import network.opencharging.benchmarks.load.Sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Everything that was measured; of several rounds the median counts. */
public final class Results {
    private final Map<Place, List<Sample>> samples = new LinkedHashMap<>();

    private record Place(Case what, int connections) {}

    /** Adds one run. */
    public void add(Case what, int connections, Sample sample) {
        samples.computeIfAbsent(new Place(what, connections), any -> new ArrayList<>()).add(sample);
    }

    /** The median of one figure; empty where nothing was measured. */
    public Optional<Double> of(Case what, int connections, ToDoubleFunction<Sample> figure) {
        List<Sample> all = samples.get(new Place(what, connections));
        if (all == null) {
            return Optional.empty();
        }
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return Optional.of(
                sorted.length % 2 == 1
                        ? sorted[middle]
                        : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** Requests that failed, in all rounds. */
    public long failed(Case what, int connections) {
        return samples.getOrDefault(new Place(what, connections), List.of()).stream()
                .mapToLong(sample -> sample.measured().failed())
                .sum();
    }

    List<Case> cases() {
        return samples.keySet().stream().map(Place::what).distinct().toList();
    }

    /** The numbers of connections, ascending. */
    public List<Integer> connections() {
        return List.copyOf(
                new TreeSet<>(samples.keySet().stream().map(Place::connections).toList()));
    }
}

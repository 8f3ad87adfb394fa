package network.opencharging.benchmarks;

import network.opencharging.benchmarks.load.Case;
import network.opencharging.benchmarks.load.Letters;
import network.opencharging.benchmarks.load.Load;
import network.opencharging.benchmarks.load.Measured;
import network.opencharging.benchmarks.load.Sample;
import network.opencharging.benchmarks.load.Way;
import network.opencharging.benchmarks.place.Running;
import network.opencharging.benchmarks.place.Town;
import network.opencharging.benchmarks.report.Results;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs cases in rounds: each has its turn in every round, so that whatever else the machine does
 * meets all of them alike.
 */
final class Series {
    private static final double ENOUGH = 30_000;
    private static final double FASTER = 1.03;
    private static final int MOST_WARMING = 8;

    private final Town town;
    private final Load load;
    private final int seconds;
    private final Map<Case, Letters.Post> posts = new LinkedHashMap<>();

    Series(Town town, Load load, List<Case> cases, int seconds) {
        this.town = town;
        this.load = load;
        this.seconds = seconds;
        Letters letters = new Letters(town);
        for (Case one : cases) {
            if (one.way() != Way.PROXY || town.proxyProcess().isPresent()) {
                posts.put(one, letters.of(one));
            }
        }
    }

    /**
     * Lets compilers finish: a case has its turn again until enough messages have passed (their
     * work goes by how often something is done) and a turn was no faster than the best before it.
     */
    void warmUp(int forSeconds) throws IOException, InterruptedException {
        for (Map.Entry<Case, Letters.Post> one : posts.entrySet()) {
            if (one.getKey().way() != Way.PROXY) {
                warmUp(one.getValue(), forSeconds);
            }
        }
    }

    private void warmUp(Letters.Post post, int forSeconds)
            throws IOException, InterruptedException {
        double passed = 0;
        double best = 0;
        boolean faster = true;
        for (int turn = 0; turn < MOST_WARMING && (faster || passed < ENOUGH); turn++) {
            double rate = load.run(post.target(), post.requests(), 64, forSeconds).perSecond();
            faster = rate > best * FASTER;
            best = Math.max(best, rate);
            passed += rate * forSeconds;
        }
    }

    void run(Results results, List<Integer> connections, int rounds)
            throws IOException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            for (int number : connections) {
                for (Case one : posts.keySet()) {
                    try {
                        Sample sample = sample(one, number);
                        results.add(one, number, sample);
                        System.out.println(said(round, one, number, sample));
                    } catch (IOException e) {
                        // One run less, and what has been measured is not lost.
                        System.out.printf(
                                "round %d  %s, %s, %d connections: not measured, %s%n",
                                round, one.what().title(), one.title(), number, e);
                    }
                }
            }
        }
    }

    private Sample sample(Case one, int connections) throws IOException, InterruptedException {
        List<Running> between =
                one.way() == Way.PROXY
                        ? List.of(town.proxyProcess().orElseThrow())
                        : one.way() == Way.ONE_NODE ? town.nodes().subList(0, 1) : town.nodes();
        double before = processor(between);
        Letters.Post post = Objects.requireNonNull(posts.get(one));
        Measured measured = load.run(post.target(), post.requests(), connections, seconds);
        double used = processor(between) - before;
        long memory = 0;
        for (Running process : between) {
            memory += process.peakMemory();
        }
        return new Sample(measured, used / (measured.perSecond() * seconds) * 1000, memory);
    }

    private static double processor(List<Running> processes) throws IOException {
        double seconds = 0;
        for (Running process : processes) {
            seconds += process.processorSeconds();
        }
        return seconds;
    }

    private static String said(int round, Case one, int connections, Sample sample) {
        Measured measured = sample.measured();
        return "round %d  %-26s %-22s %4d connections %9.0f/s  p50 %.2f  p99 %.2f  p99.9 %.2f ms  %.3f CPU s/1000  %d MiB  %d failed"
                .formatted(
                        round,
                        one.what().title(),
                        one.title(),
                        connections,
                        measured.perSecond(),
                        measured.p50() / 1000.0,
                        measured.p99() / 1000.0,
                        measured.p999() / 1000.0,
                        sample.processor(),
                        sample.memory(),
                        measured.failed());
    }
}

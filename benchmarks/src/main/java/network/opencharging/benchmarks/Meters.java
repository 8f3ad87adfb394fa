package network.opencharging.benchmarks;

import network.opencharging.benchmarks.place.Backend;
import network.opencharging.benchmarks.place.Postgres;
import network.opencharging.benchmarks.place.Running;
import network.opencharging.benchmarks.report.Talked;
import network.opencharging.benchmarks.stations.Seen;
import network.opencharging.tools.http.HttpCalls;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What it costs while stations talk: processor time of each process, memory, what waits. */
final class Meters {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Backend backend;
    private final Postgres database;

    Meters(Backend backend, Postgres database) {
        this.backend = backend;
        this.database = database;
    }

    /** Something that stations do. */
    interface Talking {
        Seen done() throws IOException, InterruptedException;
    }

    Talked measure(String title, Talking talking) throws IOException, InterruptedException {
        Map<String, Double> before = burned();
        Map<String, Long> depths = new TreeMap<>();
        Thread looking = Thread.ofVirtual().start(() -> look(depths));
        Seen seen = talking.done();
        looking.interrupt();
        looking.join();
        Map<String, Double> burned = burned();
        before.forEach((name, seconds) -> burned.merge(name, -seconds, Double::sum));
        return new Talked(title, seen, burned, backend.process().memory(), depths);
    }

    private Map<String, Double> burned() throws IOException {
        Map<String, Double> burned = new LinkedHashMap<>();
        burned.put("backend", backend.process().processorSeconds());
        burned.put("PostgreSQL", database.processorSeconds());
        burned.put("stations", Running.processorSeconds(ProcessHandle.current().pid()));
        double ours = burned.values().stream().mapToDouble(Double::doubleValue).sum();
        burned.put(Talked.OTHERS, Machine.busySeconds() - ours);
        return burned;
    }

    private void look(Map<String, Long> depths) {
        try (HttpCalls calls = HttpCalls.within(PATIENCE)) {
            while (true) {
                backend.load(calls).forEach((name, value) -> depths.merge(name, value, Math::max));
                Thread.sleep(EVERY);
            }
        } catch (IOException e) {
            System.out.println("what waits cannot be asked: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

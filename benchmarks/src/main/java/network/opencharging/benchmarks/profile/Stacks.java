package network.opencharging.benchmarks.profile;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The samples of some time as a tree: how often which method was on the stack below which. */
public final class Stacks {
    /** Frames of every thread and of the machinery that starts a message: nothing to see there. */
    private static final List<String> BELOW =
            List.of(
                    "java.lang.",
                    "jdk.internal.vm.",
                    "java.util.concurrent.ForkJoin",
                    "io.netty.util.concurrent.",
                    "io.netty.util.internal.Thread");

    private final String name;
    private final Map<String, Stacks> calls = new TreeMap<>();
    private int samples;

    private Stacks(String name) {
        this.name = name;
    }

    /**
     * Reads recordings of the JDK's Flight Recorder.
     *
     * @param from samples before that do not count
     * @param to samples after that do not count
     */
    public static Stacks read(List<Path> recordings, Instant from, Instant to) throws IOException {
        Stacks all = new Stacks("all");
        for (Path recording : recordings) {
            try (RecordingFile file = new RecordingFile(recording)) {
                while (file.hasMoreEvents()) {
                    RecordedEvent event = file.readEvent();
                    boolean counts =
                            event.getEventType().getName().equals("jdk.ExecutionSample")
                                    && event.getStackTrace() != null
                                    && !event.getStartTime().isBefore(from)
                                    && !event.getStartTime().isAfter(to);
                    if (counts) {
                        all.add(event.getStackTrace());
                    }
                }
            }
        }
        return all;
    }

    private void add(RecordedStackTrace trace) {
        List<RecordedFrame> frames = trace.getFrames();
        Stacks at = this;
        at.samples++;
        boolean begun = false;
        for (int i = frames.size() - 1; i >= 0; i--) {
            String method = name(frames.get(i).getMethod());
            begun |= BELOW.stream().noneMatch(method::startsWith);
            if (begun && isShown(method)) {
                at = at.calls.computeIfAbsent(method, Stacks::new);
                at.samples++;
            }
        }
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }

    /** Generated classes have another name in every run, and are only a step between two others. */
    private static boolean isShown(String method) {
        return !method.contains("$$Lambda")
                && !method.contains("LambdaForm$")
                && !method.contains(".invokeExact");
    }

    String name() {
        return name;
    }

    int samples() {
        return samples;
    }

    Iterable<Stacks> calls() {
        return calls.values();
    }
}

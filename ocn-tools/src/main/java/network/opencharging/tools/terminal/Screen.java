package network.opencharging.tools.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lines for a person: plain when nobody looks at a terminal, coloured when somebody does. */
public final class Screen {
    private static final long PATIENCE_MILLIS = 1000;

    private final PrintWriter out;
    private final boolean coloured;

    /** Writes to this; colours only when wanted. */
    public Screen(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** Writes to the process's output. */
    public static Screen of(PrintWriter out, Map<String, String> environment) {
        // JDK 25 gives none again when nobody looks (JDK-8351435).
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new Screen(out, Paint.wanted(terminal, environment));
    }

    /** A line above others. */
    public void heading(String text) {
        say("");
        say(Paint.BOLD.on(text, coloured));
    }

    /** A plain line. */
    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    /** A line that matters less. */
    public void whisper(String text) {
        say(Paint.DIM.on(text, coloured));
    }

    /** Something is as it should be. */
    public void good(String text) {
        say("  " + Paint.GREEN.on("ok", coloured) + "  " + text);
    }

    /** Something is not as it should be. */
    public void bad(String text) {
        say("  " + Paint.RED.on("!!", coloured) + "  " + text);
    }

    /** Words that are good or bad, to stand in a line. */
    public String judged(boolean good, String text) {
        return (good ? Paint.GREEN : Paint.RED).on(text, coloured);
    }

    /** Something that is waited for. */
    public interface Wait {
        /** It is waited for no longer. */
        void over();
    }

    /** Says that something is under way once that has taken longer than a second. */
    public Wait underWay(String name) {
        AtomicBoolean done = new AtomicBoolean();
        Executor later = CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        later.execute(() -> {
            if (!done.get()) {
                whisper("  ..  " + name + " is under way");
            }
        });
        return () -> done.set(true);
    }

    /** Something that takes a moment. */
    public interface Work<T> {
        /** Does it. */
        T run() throws Exception;
    }

    /**
     * Does something and says so when it is done; says that it is under way when it takes longer
     * than a second.
     *
     * @param name what it is, in a word or two
     * @param outcome what to say of what came out
     */
    public <T> T during(String name, Work<T> work, java.util.function.Function<T, String> outcome)
            throws Exception {
        long begun = System.nanoTime();
        Wait waiting = underWay(name);
        try {
            T result = work.run();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            waiting.over();
            good("%-10s %s%s".formatted(name, outcome.apply(result), after(took)));
            return result;
        } finally {
            waiting.over();
        }
    }

    private String after(Duration took) {
        return Paint.DIM.on("  " + seconds(took), coloured);
    }

    /** A duration as people say it. */
    public static String seconds(Duration took) {
        return took.toMillis() < 1000
                ? took.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    /** Rows under each other, as wide as they need. */
    public void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < row.size(); column++) {
                line.append(
                        ("%-" + Math.max(1, widths[column]) + "s  ").formatted(row.get(column)));
            }
            say(line.toString().stripTrailing());
        }
    }
}

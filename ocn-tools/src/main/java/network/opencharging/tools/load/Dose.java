package network.opencharging.tools.load;

import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Option;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The options by which a person says how much and how long. */
final class Dose {
    private static final int MOST_A_SECOND = 1_000_000;
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_CONNECTIONS = 10_000;

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            split = ",",
            defaultValue = "100",
            description =
                    "Requests a second; several rates, as 100,200,400, are offered one after the"
                            + " other (default: ${DEFAULT-VALUE}).")
    private List<Integer> rates = new ArrayList<>();

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long each rate is offered (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description =
                    "How long the first rate is offered before anything is counted (default:"
                            + " ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--connections",
            paramLabel = "NUMBER",
            defaultValue = "64",
            description = "Connections at once (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description =
                    "Threads that send; one offers some ten thousand a second (default:"
                            + " ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--answer-within",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Who takes longer has failed (default: ${DEFAULT-VALUE}).")
    private int patience;

    /**
     * Checks the numbers.
     *
     * @throws Failure of usage, which names the option
     */
    void check() {
        for (int rate : rates) {
            within("--rate", rate, 1, MOST_A_SECOND);
        }
        within("--for", seconds, 1, MOST_SECONDS);
        within("--warm-up", warmUp, 0, MOST_SECONDS);
        within("--connections", connections, 1, MOST_CONNECTIONS);
        within("--threads", threads, 1, Math.min(64, connections));
        within("--answer-within", patience, 1, 600);
    }

    private static void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw Failure.usage("%s must be %d to %d.".formatted(option, least, most));
        }
    }

    /** The plan for these letters. */
    Plan plan(URI target, List<Letter> letters) {
        return new Plan(
                target,
                letters,
                rates,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                new Plan.Lines(connections, threads, Duration.ofSeconds(patience)));
    }
}

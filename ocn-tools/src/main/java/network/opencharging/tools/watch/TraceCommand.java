package network.opencharging.tools.watch;

import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code ocn tools trace}: the way of one message over all nodes that one may ask. */
@Command(
        name = "trace",
        description = {
            "Shows the way of an exchange over all nodes that are named: who passed it when, how"
                    + " long each leg took, what was found about signatures, how it ended."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every message of the exchange was answered well",
            "1:one was refused or answered badly, or no node that could be asked knows of it",
            "2:an argument cannot be used"
        },
        footer = {
            "",
            "Example: ocn tools trace 5b1f3f0e-6d0c-4c4e-9d0b-7f3a51c2e8a4"
                    + " --node http://127.0.0.1:8080 --admin-key-file north.key"
                    + " --node http://127.0.0.1:8081 --admin-key-file south.key"
        })
public final class TraceCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST = 1000;

    private final Map<String, String> environment;
    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private NodeOptions nodes = new NodeOptions();

    @Parameters(
            paramLabel = "CORRELATION-ID",
            description = "The X-Correlation-ID of the exchange.")
    private String correlationId = "";

    @Option(names = "--steps", description = "Shows every step in every node.")
    private boolean steps;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description =
                    "For people, or for machines one stop a line (default: ${DEFAULT-VALUE}).")
    private Form format = Form.TEXT;

    /** For picocli. */
    public TraceCommand(Map<String, String> environment, Input input) {
        this.environment = environment;
        this.input = input;
    }

    @Override
    public Integer call() {
        if (!correlationId.matches("[\\x21-\\x7e]{1,255}")) {
            throw Failure.usage("A correlation id is one word of at most 255 characters.");
        }
        List<Way.Stop> stops = new ArrayList<>();
        List<Watched> asked = nodes.nodes(environment, input);
        int answered = 0;
        try (HttpCalls calls = HttpCalls.within(PATIENCE)) {
            for (Watched node : asked) {
                answered += ask(node, calls, stops) ? 1 : 0;
            }
        }
        if (answered == 0) {
            throw Failure.failed("None of the nodes can be asked.");
        }
        List<Way> ways = Way.of(stops);
        if (format == Form.JSON) {
            ways.forEach(this::print);
        } else {
            Screen screen = Screen.of(spec.commandLine().getOut(), environment);
            ways.forEach(way -> tell(way, screen));
            if (ways.isEmpty()) {
                screen.bad(
                        "No message of this exchange is in the log of %s: it is older than the log"
                                        .formatted(asked.size() == 1 ? "the node" : "these nodes")
                                + " is kept, or went another way.");
            }
        }
        boolean good = !ways.isEmpty() && stops.stream().allMatch(stop -> stop.message().isGood());
        return good ? 0 : Failure.FAILED;
    }

    /** One that cannot be asked is told, and the others are asked all the same. */
    private boolean ask(Watched node, HttpCalls calls, List<Way.Stop> stops) {
        String query =
                "limit=%d&correlation_id=%s"
                        .formatted(MOST, URLEncoder.encode(correlationId, StandardCharsets.UTF_8));
        try {
            for (Passing line : node.messages(calls, query)) {
                stops.add(new Way.Stop(node, node.message(calls, line.id()).orElse(line)));
            }
            return true;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "%s cannot be asked: %s."
                                    .formatted(
                                            node.url(),
                                            Printable.of(String.valueOf(e.getMessage()))));
            return false;
        }
    }

    private void print(Way way) {
        for (Way.Stop stop : way.stops()) {
            spec.commandLine()
                    .getOut()
                    .println(
                            stop.message()
                                    .json()
                                    .with("node", stop.node().url().toString())
                                    .text());
        }
    }

    private void tell(Way way, Screen screen) {
        screen.heading(way.question());
        for (int i = 0; i < way.stops().size(); i++) {
            Way.Stop stop = way.stops().get(i);
            Passing message = stop.message();
            screen.say(
                    "%d  %s  came %s from %s, was busy %s, ended %s"
                            .formatted(
                                    i + 1,
                                    stop.node().name(),
                                    message.came(),
                                    message.is("from_node") ? "a node" : "a platform",
                                    millis(stop.own()),
                                    screen.judged(message.isGood(), message.outcome())));
            stop.signatures().forEach(found -> screen.say("     signature: " + found));
            if (steps) {
                steps(message, screen);
            }
            if (!stop.away().isZero()) {
                boolean known = i + 1 < way.stops().size();
                screen.whisper(
                        "   |  %s %s"
                                .formatted(
                                        millis(way.between(i)),
                                        known
                                                ? "on the wire to the next node and back"
                                                : "until the answer came, from where nobody is"
                                                        + " asked"));
            }
        }
        way.stops().stream()
                .findFirst()
                .ifPresent(first ->
                        screen.say(
                                "%s in all for who asked %s"
                                        .formatted(
                                                millis(first.message().took()),
                                                first.node().name())));
    }

    private static void steps(Passing message, Screen screen) {
        for (Passing.Step step : message.path()) {
            String line =
                    "%-13s at %-10s %s".formatted(step.name(), millis(step.at()), step.found());
            screen.say("     " + (step.passed() ? line : screen.judged(false, line)));
        }
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}

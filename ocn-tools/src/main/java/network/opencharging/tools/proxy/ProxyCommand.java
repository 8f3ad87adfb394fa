package network.opencharging.tools.proxy;

import network.opencharging.bridge.model.Severity;
import network.opencharging.tools.live.LiveView;
import network.opencharging.tools.proxy.pass.Target;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Given;
import network.opencharging.tools.terminal.Screen;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ocn tools proxy}: passes everything between two systems and tells what is wrong. */
@Command(
        name = "proxy",
        description = "Stands between two systems, passes every byte and tells what is wrong.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing was against the specification",
            "1:something was; every rule is in the summary",
            "2:an argument cannot be used",
            "3:a port is taken"
        },
        footer = {
            "",
            "Only the header Host is changed. Systems tell each other whole addresses, so what",
            "they say next may go past the proxy: with --rewrite it puts its own address in their",
            "place. It ends with Ctrl-C, or after --for.",
            "Example: ocn tools proxy --to http://127.0.0.1:7470 --rewrite --for 1"
        })
public final class ProxyCommand implements Callable<Integer> {
    private static final int FOREVER = 100 * 365;

    private final Map<String, String> environment;
    private final Clock clock;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "The system that is asked: scheme, host and port.")
    private URI to = URI.create("");

    @Option(
            names = "--listen",
            paramLabel = "PORT",
            description = "Where it listens for who asks [any free port].")
    private int listen;

    @Option(
            names = "--back-to",
            paramLabel = "URL",
            description = "The system that asks, for what it is asked in turn.")
    private @Nullable URI backTo;

    @Option(
            names = "--back-listen",
            paramLabel = "PORT",
            description = "Where it listens for the system of --to [any free port].")
    private int backListen;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "The address of this machine that it listens at (${DEFAULT-VALUE}).")
    private String bind = "127.0.0.1";

    @Option(
            names = "--rewrite",
            description = "Put the proxy's addresses in place of those of both systems.")
    private boolean rewrite;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write JSON lines there too: exchanges, violations, a summary.")
    private @Nullable Path report;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "For people, or for machines JSON lines (default: ${DEFAULT-VALUE}).")
    private Form format = Form.TEXT;

    @Option(
            names = "--from",
            paramLabel = "note|warning|error",
            description = "What is less bad is left out (default: ${DEFAULT-VALUE}).")
    private Severity least = Severity.WARNING;

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            description = "End after so many seconds (default: at Ctrl-C).")
    private @Nullable Integer seconds;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long an answer may take (default: ${DEFAULT-VALUE}).")
    private int patience = 60;

    /** The command. */
    public ProxyCommand(Map<String, String> environment, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        try (PrintWriter lines = lines()) {
            Reporter reporter =
                    new Reporter(
                            new Reporter.Output(screen, format, Optional.ofNullable(lines), least),
                            clock);
            run(screen, reporter);
            return reporter.close() ? 0 : Failure.FAILED;
        }
    }

    private @Nullable PrintWriter lines() {
        try {
            return report == null ? null : new PrintWriter(Files.newBufferedWriter(report));
        } catch (IOException e) {
            throw Failure.usage("--report: %s cannot be written.".formatted(report));
        }
    }

    private void run(Screen screen, Reporter reporter) throws InterruptedException, IOException {
        Target there = target("--to", to);
        Optional<Target> back = Optional.ofNullable(backTo).map(url -> target("--back-to", url));
        Doors doors = new Doors(address(), Duration.ofSeconds(patience()), clock);
        Doors.Plan forth = new Doors.Plan(there, Given.port("--listen", listen));
        Optional<Doors.Plan> home =
                back.map(target -> new Doors.Plan(target, Given.port("--back-listen", backListen)));
        long most = seconds();
        Thread atCtrlC = new Thread(reporter::close, "summary");
        try (Doors.Open open = doors.open(forth, home, rewrite, reporter)) {
            Runtime.getRuntime().addShutdownHook(atCtrlC);
            goOn(screen, reporter, leads(open, there, back), most);
        } finally {
            Runtime.getRuntime().removeShutdownHook(atCtrlC);
        }
    }

    /** Nobody counts this latch down: it is over when the time is. */
    private static boolean pause(long seconds) throws InterruptedException {
        return new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    }

    /** Until the time is over, or the person at the terminal has seen enough. */
    private void goOn(Screen screen, Reporter reporter, List<String> leads, long most)
            throws InterruptedException, IOException {
        Optional<LiveView> view =
                format == Form.TEXT ? LiveView.open(environment) : Optional.empty();
        if (view.isEmpty()) {
            introduce(screen, leads);
            pause(most);
            return;
        }
        long begun = System.nanoTime();
        try (LiveView live = view.get()) {
            live.show(
                    reporter.board(leads),
                    () -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) >= most);
        }
    }

    private static List<String> leads(Doors.Open open, Target there, Optional<Target> back) {
        List<String> leads = new ArrayList<>();
        leads.add("-> %s leads to %s".formatted(open.there().url(), there.base()));
        open.back()
                .ifPresent(passage ->
                        leads.add(
                                "<- %s leads to %s"
                                        .formatted(
                                                passage.url(), back.map(Target::base).orElse(""))));
        return leads;
    }

    private void introduce(Screen screen, List<String> leads) {
        if (format == Form.TEXT) {
            leads.forEach(screen::say);
        }
    }

    private int patience() {
        if (patience < 1 || patience > 3600) {
            throw Failure.usage("--patience must be 1 to 3600 seconds.");
        }
        return patience;
    }

    private long seconds() {
        if (seconds != null && seconds < 1) {
            throw Failure.usage("--for must be at least 1 second.");
        }
        return seconds == null ? TimeUnit.DAYS.toSeconds(FOREVER) : seconds;
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw Failure.usage("--bind must be an address of this machine, not " + bind + ".");
        }
    }

    private static Target target(String option, URI url) {
        try {
            return new Target(url);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(
                    option + " must be an address such as https://cpo.example, not " + url + ".");
        }
    }
}

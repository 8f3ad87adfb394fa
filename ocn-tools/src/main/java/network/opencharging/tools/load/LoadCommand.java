package network.opencharging.tools.load;

import network.opencharging.tools.http.Request;
import network.opencharging.tools.live.LiveView;
import network.opencharging.tools.reach.Contact;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Screen;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** {@code ocn tools load}: how much a hub or a party bears, and how long those wait who ask. */
@Command(
        name = "load",
        description = {
            "Offers requests at a rate, whether or not earlier ones were answered (an open model),"
                    + " and measures from when each was due: what waits is counted, too.",
            "Only for systems whose operator wants it: this is as much as others could send."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every request was answered, and well",
            "1:some were not; it says how many and why",
            "2:an argument cannot be used",
            "130:interrupted; what was measured until then is shown"
        },
        footer = {
            "",
            "Example: ocn tools load --url http://127.0.0.1:7470/ocpi/versions --register"
                    + " --ask locations --rate 50,100 --for 2 --html load.html"
        })
public final class LoadCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    private final Map<String, String> environment;
    private final Seams seams;
    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();

    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private @Nullable Reach reach;

    @Mixin private Dose dose = new Dose();

    @Option(
            names = "--ask",
            paramLabel = "WHAT",
            defaultValue = "versions",
            description =
                    "What is asked at --url: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Question question = Question.VERSIONS;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = {
                "Instead of --url: a request as it is, - for standard input. The first line is"
                        + " method and address,",
                "headers follow, and after an empty line the body."
            })
    private @Nullable Path request;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with the curves.")
    private @Nullable Path html;

    /** For picocli. */
    public LoadCommand(Map<String, String> environment, Seams seams, Input input) {
        this.environment = environment;
        this.seams = seams;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        dose.check();
        if ((reach == null) == (request == null)) {
            throw Failure.usage("Give either --url or --request FILE.");
        }
        if (html != null) {
            // Not only at the end, when all that was measured would be lost.
            write(html, "");
        }
        if (request != null) {
            String text = new String(input.bytes(request, "--request"), StandardCharsets.UTF_8);
            return offer(List.of(RequestFile.read(text)), "the request of the file");
        }
        Reach wanted = Objects.requireNonNull(reach);
        try (Contact contact = Contact.of(wanted, question.asked(), environment, seams)) {
            return offer(question.requests(contact, seams.clock().instant()), question.toString());
        }
    }

    private int offer(List<Request> requests, String asked)
            throws IOException, InterruptedException {
        URI target = requests.getFirst().target();
        Plan plan = dose.plan(target, requests.stream().map(Letter::of).toList());
        String host = target.getScheme() + "://" + target.getAuthority();
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        Course course;
        boolean interrupted;
        try (LoadRun run = LoadRun.of(plan)) {
            Watching watching =
                    new Watching(
                            run,
                            LiveView.open(environment),
                            new LoadBoard("%s at %s".formatted(asked, host), plan.whole()),
                            screen);
            course = new Course(host, asked, watching.seconds());
            interrupted = watching.interrupted();
        }
        return told(course, interrupted, screen);
    }

    private int told(Course course, boolean interrupted, Screen screen) throws IOException {
        List<Course.Step> steps = course.steps();
        screen.heading("%s at %s".formatted(course.asked(), course.target()));
        for (Course.Step step : steps) {
            if (step.isGood()) {
                screen.good(step.line());
            } else {
                screen.bad(step.line());
                step.count()
                        .failures()
                        .forEach((why, count) -> screen.say("      %d: %s".formatted(count, why)));
            }
        }
        if (html != null) {
            write(html, LoadPage.of(course));
            screen.say("The curves stand in %s".formatted(html));
        }
        if (interrupted) {
            return INTERRUPTED;
        }
        boolean good = !steps.isEmpty() && steps.stream().allMatch(Course.Step::isGood);
        return good ? 0 : Failure.FAILED;
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw Failure.usage("--html cannot be written: %s".formatted(file));
        }
    }

    /** A run as somebody watches it: a picture in a terminal, else a line for each second. */
    private static final class Watching {
        private final LoadRun run;
        private final Optional<LiveView> view;
        private final LoadBoard board;
        private final Screen screen;
        private boolean interrupted;

        Watching(LoadRun run, Optional<LiveView> view, LoadBoard board, Screen screen) {
            this.run = run;
            this.view = view;
            this.board = board;
            this.screen = screen;
        }

        boolean interrupted() {
            return interrupted;
        }

        List<Second> seconds() throws IOException, InterruptedException {
            if (view.isEmpty()) {
                return run.run(second -> screen.say(LoadBoard.line(second)));
            }
            FutureTask<List<Second>> work = new FutureTask<>(() -> run.run(board::note));
            Thread.ofPlatform().start(work);
            try (LiveView live = view.get()) {
                interrupted = live.show(board, work::isDone) == LiveView.Ending.INTERRUPTED;
            }
            run.stop();
            try {
                return work.get();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
    }
}

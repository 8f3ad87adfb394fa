package network.opencharging.tools.watch;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.live.LiveView;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Printable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code ocn tools tail}: what passes nodes, as it passes. */
@Command(
        name = "tail",
        description = {
            "Shows what passes nodes as it passes, from their logs of messages: who, whom, what,"
                    + " how it ended; never what was said.",
            "A connection that breaks is made anew, and what passed meanwhile is read from the log."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it was ended by q, --for or --count",
            "1:a node could not be followed from the beginning",
            "2:an argument cannot be used",
            "130:interrupted"
        },
        footer = {
            "",
            "Example: ocn tools tail --node http://127.0.0.1:8080 --admin-key-file admin.key"
                    + " --refused"
        })
public final class TailCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int INTERRUPTED = 130;
    private static final long A_LIFE = TimeUnit.DAYS.toSeconds(36_500);

    private final Map<String, String> environment;
    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private NodeOptions nodes = new NodeOptions();
    @Mixin private Filter filter = new Filter();

    @Option(
            names = "--earlier",
            paramLabel = "NUMBER",
            defaultValue = "10",
            description =
                    "How many messages of the log come first, 0 to 1000 (default:"
                            + " ${DEFAULT-VALUE}).")
    private int earlier = 10;

    @Option(names = "--count", paramLabel = "NUMBER", description = "Ends after so many messages.")
    private Optional<Long> count = Optional.empty();

    @Option(names = "--for", paramLabel = "SECONDS", description = "Ends after so long.")
    private Optional<Long> seconds = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "For people, or the node's own JSON a line (default: ${DEFAULT-VALUE}).")
    private Form format = Form.TEXT;

    /** For picocli. */
    public TailCommand(Map<String, String> environment, Input input) {
        this.environment = environment;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        filter.check();
        if (earlier < 0 || earlier > 1000) {
            throw Failure.usage("--earlier must be 0 to 1000.");
        }
        List<Watched> watched = nodes.nodes(environment, input);
        BlockingQueue<News> queue = new LinkedBlockingQueue<>(10_000);
        try (HttpCalls calls = HttpCalls.within(PATIENCE)) {
            List<Feed> feeds = new ArrayList<>();
            for (Watched node : watched) {
                ask(node, calls);
                Feed feed = new Feed(node, filter, calls, news -> put(queue, news));
                feeds.add(feed);
                Thread.ofVirtual().start(() -> follow(feed));
            }
            try {
                return told(queue);
            } finally {
                feeds.forEach(Feed::close);
            }
        }
    }

    /** Who mistypes an address or a key hears of it at once, not by patience. */
    private static void ask(Watched node, HttpCalls calls) {
        try {
            node.messages(calls, "limit=1");
        } catch (IOException e) {
            throw Failure.failed(
                    "%s cannot be followed: %s.".formatted(node.url(), e.getMessage()), e);
        }
    }

    private static void put(BlockingQueue<News> queue, News news) {
        try {
            queue.put(news);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Feed feed) {
        try {
            feed.follow(earlier);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int told(BlockingQueue<News> queue) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds.orElse(A_LIFE));
        Optional<LiveView> view =
                format == Form.TEXT ? LiveView.open(environment) : Optional.empty();
        if (view.isEmpty()) {
            return lines(queue, until);
        }
        try (LiveView live = view.get()) {
            TailBoard board = new TailBoard();
            long[] passed = {0};
            LiveView.Ending ending =
                    live.show(
                            board,
                            () -> {
                                for (News news = queue.poll(); news != null; news = queue.poll()) {
                                    board.note(news);
                                    passed[0] += news instanceof News.Passed ? 1 : 0;
                                }
                                return isOver(passed[0], until);
                            });
            return ending == LiveView.Ending.INTERRUPTED ? INTERRUPTED : 0;
        }
    }

    private int lines(BlockingQueue<News> queue, long until) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        long passed = 0;
        while (!isOver(passed, until)) {
            long left = Math.min(until - System.nanoTime(), TimeUnit.SECONDS.toNanos(1));
            switch (queue.poll(left, TimeUnit.NANOSECONDS)) {
                case null -> {}
                case News.Passed message -> {
                    passed++;
                    out.println(written(message));
                    out.flush();
                }
                case News.Begun(Watched node) -> err.println(node.name() + " is followed.");
                case News.Lost(Watched node, String why, long retry) ->
                        err.println(
                                "%s is lost (%s); it is asked again in %d s."
                                        .formatted(node.name(), Printable.of(why), retry));
                case News.Missed(Watched node, String number) ->
                        err.println(
                                "%s passed %s more than could be told; they stand in its log."
                                        .formatted(node.name(), Printable.of(number)));
            }
        }
        return 0;
    }

    private boolean isOver(long passed, long until) {
        return count.filter(most -> passed >= most).isPresent() || until - System.nanoTime() <= 0;
    }

    private String written(News.Passed news) {
        return format == Form.TEXT
                ? TailBoard.line(news)
                : news.message()
                        .json()
                        .with("node", Json.text(news.node().url().toString()))
                        .text();
    }
}

package network.opencharging.cli.up.story;

import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.terminal.Screen;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells each step: the way of the message, what came back, and what both ends say of signatures.
 */
public final class Teller {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Screen screen;
    private final Map<String, String> names;
    private int number;

    /**
     * Tells on a screen.
     *
     * @param names what people call an address, by the address in lower case
     */
    public Teller(Screen screen, Map<String, String> names) {
        this.screen = screen;
        this.names = Map.copyOf(names);
    }

    /**
     * Tells of a message that was sent.
     *
     * @param receiver what the other end remembers
     * @param news what came of it, in a few words
     * @throws StoryFailed when it did not arrive, was refused, or one end does not trust the other
     */
    void tell(String name, Way way, Exchange sent, ExchangeLog receiver, String news)
            throws StoryFailed, InterruptedException {
        number++;
        String step = number + " (" + name + ")";
        Optional<Passage> passage = Passage.of(sent, receiver, PATIENCE);
        if (passage.isEmpty()) {
            throw new StoryFailed(
                    step,
                    way.to() + " never saw it; " + way.from() + " got " + sent.answer().line());
        }
        say(name, way, passage.get(), news);
        check(step, way, passage.get());
    }

    /** Refuses to go on when something else came out than the story needs. */
    void require(boolean asWanted, String name, String reason) throws StoryFailed {
        if (!asWanted) {
            throw new StoryFailed((number + 1) + " (" + name + ")", reason);
        }
    }

    private void say(String name, Way way, Passage passage, String news) {
        screen.say(
                String.format(
                        Locale.ROOT,
                        "  %2d  %-22s %-37s %s  %5s  %s",
                        number,
                        name,
                        way,
                        passage.status(),
                        Screen.seconds(passage.sent().took()),
                        news));
        screen.say(
                "      request "
                        + words(passage.onRequest(), way.to().toString())
                        + "; answer "
                        + words(passage.onAnswer(), way.from().toString()));
    }

    private String words(Verdict verdict, String reader) {
        return switch (verdict) {
            case Verdict.Valid(String signatory, List<String> rewrittenBy) ->
                    "signed by "
                            + name(signatory)
                            + (rewrittenBy.isEmpty() ? "" : ", rewritten by " + names(rewrittenBy))
                            + ", "
                            + screen.judged(true, "valid")
                            + " at "
                            + reader;
            case Verdict.Refused(String reason) -> screen.judged(false, "refused") + ": " + reason;
            case Verdict.Unsigned() -> screen.judged(false, "unsigned");
            case Verdict.NotChecked() -> screen.judged(false, "not checked");
        };
    }

    private String names(List<String> addresses) {
        return addresses.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(String address) {
        return names.getOrDefault(address.toLowerCase(Locale.ROOT), address);
    }

    private static void check(String step, Way way, Passage passage) throws StoryFailed {
        if (!passage.isSuccess()) {
            throw new StoryFailed(
                    step,
                    way.from()
                            + " got "
                            + passage.status()
                            + ": "
                            + passage.sent().answer().body());
        }
        if (!(passage.onRequest() instanceof Verdict.Valid)) {
            throw new StoryFailed(
                    step, way.to() + " does not trust the request: " + passage.onRequest());
        }
        if (!(passage.onAnswer() instanceof Verdict.Valid)) {
            throw new StoryFailed(
                    step, way.from() + " does not trust the answer: " + passage.onAnswer());
        }
    }
}

package network.opencharging.cli.up.story;

import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Exchange.Direction;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.terminal.Screen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells each step: the way of the message, what came back, and whose signature was found on what
 * came.
 */
public final class Teller {
    /** Any HTTP 2xx with any OCPI 1xxx. */
    private static final String SUCCESS = "2\\d\\d 1\\d\\d\\d";

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
     * Tells of a message.
     *
     * @param seen what one end saw of it
     * @param news what came of it, in a few words
     * @throws StoryFailed when it was refused, or what came is not to be trusted
     */
    void tell(String name, Way way, Exchange seen, String news) throws StoryFailed {
        number++;
        screen.say(
                String.format(
                        Locale.ROOT,
                        "  %2d  %-18s %-37s %s  %6s  %s",
                        number,
                        name,
                        way,
                        seen.answer().line(),
                        Screen.seconds(seen.took()),
                        news));
        screen.say("      " + signatures(way, seen));
        check(name, way, seen);
    }

    /** Something goes on, and nothing is to be seen of it. */
    void meanwhile(String what) {
        screen.whisper("  ..  " + what);
    }

    /** Refuses to go on when there is nothing to tell of what must come now. */
    void awaits(boolean there, String name, String reason) throws StoryFailed {
        if (!there) {
            throw new StoryFailed((number + 1) + " (" + name + ")", reason);
        }
    }

    /** Refuses to go on when what was told last is not what the story needs. */
    void demands(boolean asWanted, String name, String reason) throws StoryFailed {
        if (!asWanted) {
            throw wrong(name, reason);
        }
    }

    /** What was told last is not what the story needs. */
    StoryFailed wrong(String name, String reason) {
        return new StoryFailed(number + " (" + name + ")", reason);
    }

    /** An end checks what comes to it: of what it sends, the answer. */
    private String signatures(Way way, Exchange seen) {
        return seen.direction() == Direction.SENT
                ? "answer " + words(seen.answer().verdict(), way.from().toString())
                : "request " + words(seen.request().verdict(), way.to().toString());
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

    private void check(String name, Way way, Exchange seen) throws StoryFailed {
        demands(
                seen.answer().line().matches(SUCCESS),
                name,
                "%s got %s: %s".formatted(way.from(), seen.answer().line(), seen.answer().body()));
        boolean sent = seen.direction() == Direction.SENT;
        Verdict verdict = sent ? seen.answer().verdict() : seen.request().verdict();
        demands(
                verdict instanceof Verdict.Valid,
                name,
                sent
                        ? way.from() + " does not trust the answer: " + verdict
                        : way.to() + " does not trust the request: " + verdict);
    }
}

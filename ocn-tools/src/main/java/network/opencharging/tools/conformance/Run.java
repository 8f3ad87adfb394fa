package network.opencharging.tools.conformance;

import network.opencharging.protocol.party.Role;
import network.opencharging.tools.conformance.suite.Bench;
import network.opencharging.tools.conformance.suite.Case;
import network.opencharging.tools.conformance.suite.Suite;
import network.opencharging.tools.conformance.suite.Verdict;
import network.opencharging.tools.reach.Contact;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run of a suite over a live system, told as it goes.
 *
 * @param screen where
 * @param environment holds the token
 * @param seams time and ids
 */
record Run(Screen screen, Map<String, String> environment, Seams seams) {

    /** Reaches the system, tries all and tells each. */
    Results of(Reach reach, Role role, Suite suite, Bench.Freedom freedom, String title) {
        List<Result> results = new ArrayList<>();
        Instant begun = Instant.now(seams.clock());
        try (Contact contact = Contact.of(reach, role, environment, seams)) {
            Bench bench =
                    new Bench(
                            contact.line(),
                            contact.directory(),
                            contact.ears(),
                            seams.clock(),
                            freedom);
            screen.whisper(
                    "  ..  %d cases; an answer may take %d s%s"
                            .formatted(
                                    suite.cases().size(),
                                    reach.patience().toSeconds(),
                                    freedom.commands() ? ", " + results(freedom) : ""));
            suite.run(bench, new Telling(suite.cases().size(), results));
        }
        Results all = new Results(title, begun, results);
        screen.say(
                "%d passed, %d failed, %d skipped."
                        .formatted(all.count("passed"), all.count("failed"), all.count("skipped")));
        return all;
    }

    private static String results(Bench.Freedom freedom) {
        return freedom.results()
                .map(most -> "the result of a command %d s".formatted(most.toSeconds()))
                .orElse("the result of a command as long as its answer says, 120 s at most");
    }

    /** Keeps and tells how each case ends, and which one takes its time. */
    private final class Telling implements Suite.Audience {
        private final int number;
        private final List<Result> results;
        private long begun;
        private Screen.Wait waiting = () -> {};

        Telling(int number, List<Result> results) {
            this.number = number;
            this.results = results;
        }

        @Override
        public void begins(Case one) {
            begun = System.nanoTime();
            waiting =
                    screen.underWay(
                            "%s (%d of %d)".formatted(one.id(), results.size() + 1, number));
        }

        @Override
        public void ended(Case one, Verdict verdict) {
            waiting.over();
            Result result = new Result(one, verdict, Duration.ofNanos(System.nanoTime() - begun));
            results.add(result);
            tell(result);
        }
    }

    private void tell(Result result) {
        Case tried = result.tried();
        String line = "%-18s %s".formatted(tried.id(), tried.title());
        switch (result.verdict()) {
            case Verdict.Passed() -> screen.good(line);
            case Verdict.Failed(String why) -> {
                screen.bad(line);
                screen.say("      " + Printable.of(why));
                screen.whisper("      " + tried.paragraph());
            }
            case Verdict.Skipped(String why) ->
                    screen.whisper("  --  " + line + ": " + Printable.of(why));
        }
    }
}

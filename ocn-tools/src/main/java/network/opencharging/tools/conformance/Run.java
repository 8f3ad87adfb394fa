package network.opencharging.tools.conformance;

import network.opencharging.protocol.party.Role;
import network.opencharging.tools.conformance.suite.Bench;
import network.opencharging.tools.conformance.suite.Case;
import network.opencharging.tools.conformance.suite.Suite;
import network.opencharging.tools.conformance.suite.Verdict;
import network.opencharging.tools.reach.Contact;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;
import network.opencharging.tools.wire.Ears;

import java.io.IOException;
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
        try (Contact contact = Contact.of(reach, role, environment, seams);
                Ears ears = Ears.open(seams.clock())) {
            Bench bench =
                    new Bench(contact.line(), contact.directory(), ears, seams.clock(), freedom);
            long[] last = {System.nanoTime()};
            suite.run(
                    bench,
                    (tried, verdict) -> {
                        long now = System.nanoTime();
                        Result result = new Result(tried, verdict, Duration.ofNanos(now - last[0]));
                        last[0] = now;
                        results.add(result);
                        tell(result);
                    });
        } catch (IOException e) {
            throw Failure.environment("no port is free for answers to commands: " + e.getMessage());
        }
        Results all = new Results(title, begun, results);
        screen.say(
                "%d passed, %d failed, %d skipped."
                        .formatted(all.count("passed"), all.count("failed"), all.count("skipped")));
        return all;
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

package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.report.Junit;
import network.opencharging.tools.report.Trial;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One run of a scenario, told as it goes. */
final class Performance {
    private final Scenario scenario;
    private final Company company;
    private final Screen screen;
    private final Seams seams;
    private final List<Trial> trials = new ArrayList<>();

    Performance(Scenario scenario, Company company, Screen screen, Seams seams) {
        this.scenario = scenario;
        this.company = company;
        this.screen = screen;
        this.seams = seams;
    }

    /** Plays all steps; after one that failed the others are not tried. */
    Junit run() throws InterruptedException {
        Instant begun = Instant.now(seams.clock());
        Play play = new Play(company, seams.tokens());
        for (Step step : scenario.steps()) {
            Instant before = Instant.now(seams.clock());
            Ended ended =
                    isGood() ? played(play, step) : new Ended.NotTried("a step before failed");
            tell(step, ended, Duration.between(before, Instant.now(seams.clock())));
        }
        play.leave();
        screen.say(
                "%d passed, %d failed, %d skipped."
                        .formatted(
                                count(Trial.End.PASSED),
                                count(Trial.End.FAILED),
                                count(Trial.End.SKIPPED)));
        return new Junit(scenario.title(), begun, trials);
    }

    private Ended played(Play play, Step step) throws InterruptedException {
        boolean asked = step.act() instanceof Step.Perform perform && company.isLive(perform.as());
        if (asked) {
            step.live().ifPresent(text -> screen.say("  >>  " + text));
        }
        return play.step(step);
    }

    private void tell(Step step, Ended ended, Duration took) {
        switch (ended) {
            case Ended.Well(Json _) -> {
                screen.good(step.name() + "  " + Screen.seconds(took));
                add(step, took, Trial.End.PASSED, "");
            }
            case Ended.Badly(String why) -> {
                screen.bad(step.name());
                screen.say("      line %d: %s".formatted(step.spot().line(), Printable.of(why)));
                add(step, took, Trial.End.FAILED, why);
            }
            case Ended.NotTried(String why) -> {
                screen.whisper("  --  " + step.name() + ": " + Printable.of(why));
                add(step, took, Trial.End.SKIPPED, why);
            }
        }
    }

    private void add(Step step, Duration took, Trial.End end, String why) {
        trials.add(new Trial(scenario.title(), step.name(), took, end, why));
    }

    private long count(Trial.End end) {
        return trials.stream().filter(trial -> trial.end() == end).count();
    }

    /** Whether nothing has failed until now. */
    boolean isGood() {
        return count(Trial.End.FAILED) == 0;
    }
}

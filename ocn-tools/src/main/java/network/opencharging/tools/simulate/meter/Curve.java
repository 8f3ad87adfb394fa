package network.opencharging.tools.simulate.meter;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What something draws while energy flows, step after step; after the last step with an end it
 * draws nothing.
 *
 * @param steps in order
 */
public record Curve(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("(?:([0-9]{1,6})(s|m|h)?:)?([0-9]{1,7})");
    private static final int MOST_STEPS = 1_000;

    /**
     * A step.
     *
     * @param lasts empty: for ever
     */
    public record Step(Optional<Duration> lasts, long watts) {}

    /** Copies. */
    public Curve {
        steps = List.copyOf(steps);
    }

    /** The same for ever. */
    public static Curve steady(long watts) {
        return new Curve(List.of(new Step(Optional.empty(), watts)));
    }

    /**
     * Reads {@code 60s:3000 20m:11000 600}, seconds where no unit stands; empty when it is no such
     * text.
     */
    public static Optional<Curve> parse(String text) {
        List<Step> steps = new ArrayList<>();
        String[] words = text.strip().split("[\\s,]+");
        for (String word : words) {
            Matcher form = STEP.matcher(word);
            if (!form.matches() || steps.size() == MOST_STEPS) {
                return Optional.empty();
            }
            steps.add(
                    new Step(
                            Optional.ofNullable(form.group(1))
                                    .map(number -> span(Long.parseLong(number), form.group(2))),
                            Long.parseLong(form.group(3))));
        }
        boolean endless =
                steps.stream().limit(steps.size() - 1L).anyMatch(step -> step.lasts().isEmpty());
        return endless ? Optional.empty() : Optional.of(new Curve(steps));
    }

    private static Duration span(long number, @Nullable String unit) {
        return switch (unit == null ? "s" : unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /**
     * What is drawn, and how long still.
     *
     * @param left empty: for ever
     */
    record Now(long watts, Optional<Duration> left) {}

    /** After so much time of charging. */
    Now after(Duration time) {
        Duration rest = time;
        for (Step step : steps) {
            if (step.lasts().isEmpty() || step.lasts().get().compareTo(rest) > 0) {
                Duration gone = rest;
                return new Now(step.watts(), step.lasts().map(lasts -> lasts.minus(gone)));
            }
            rest = rest.minus(step.lasts().get());
        }
        return new Now(0, Optional.empty());
    }

    @Override
    public String toString() {
        return String.join(
                " ",
                steps.stream()
                        .map(step ->
                                step.lasts().map(lasts -> lasts.toSeconds() + "s:").orElse("")
                                        + step.watts())
                        .toList());
    }
}

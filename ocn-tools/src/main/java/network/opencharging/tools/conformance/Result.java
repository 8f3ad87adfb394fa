package network.opencharging.tools.conformance;

import network.opencharging.tools.conformance.suite.Case;
import network.opencharging.tools.conformance.suite.Verdict;

import java.time.Duration;

/**
 * How one case ended.
 *
 * @param tried the case
 * @param verdict how
 * @param took how long it took
 */
record Result(Case tried, Verdict verdict, Duration took) {

    boolean failed() {
        return verdict instanceof Verdict.Failed;
    }

    /** Passed, failed or skipped. */
    String word() {
        return switch (verdict) {
            case Verdict.Passed() -> "passed";
            case Verdict.Failed _ -> "failed";
            case Verdict.Skipped _ -> "skipped";
        };
    }

    /** Why it failed or was skipped; empty when it passed. */
    String why() {
        return switch (verdict) {
            case Verdict.Passed() -> "";
            case Verdict.Failed(String why) -> why;
            case Verdict.Skipped(String why) -> why;
        };
    }
}

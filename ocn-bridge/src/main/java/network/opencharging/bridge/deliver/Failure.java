package network.opencharging.bridge.deliver;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Done;
import network.opencharging.protocol.message.OcpiStatus;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a parcel did not arrive.
 *
 * @param why in words
 * @param passes whether trying again can help
 * @param ofTheWay whether the next parcel to the same partner would fare no better
 * @param asked how long somebody asked to be left alone
 */
record Failure(String why, boolean passes, boolean ofTheWay, Optional<Duration> asked) {
    private static final int TOO_MANY = 429;
    private static final int HUB = 4;

    static Failure of(Answered<Done> answered) {
        return switch (answered) {
            case Answered.Refused<Done>(int http, OcpiStatus status, String message, var asked) ->
                    refused(http, status, message, asked);
            case Answered.Unreachable<Done>(String why) -> way(why);
            case Answered.NotOcpi<Done>(int http, String why) ->
                    http == 0 ? here(why) : way("HTTP %d: %s".formatted(http, why));
            case Answered.Untrusted<Done>(String why) ->
                    new Failure(why, true, false, Optional.empty());
            case Answered.Invalid<Done>(var findings) -> here(findings.toString());
            case Answered.NotOffered<Done>(var module, var role) ->
                    here("the hub offers no %s of %s".formatted(role, module));
            case Answered.Success<Done> success ->
                    throw new IllegalArgumentException("not a failure: " + success);
        };
    }

    private static Failure refused(
            int http, OcpiStatus status, String message, Optional<Duration> asked) {
        boolean ofTheWay =
                http >= 500 || http == TOO_MANY || http == 401 || status.code() / 1000 >= HUB;
        return new Failure(
                said(http, status.code(), message),
                ofTheWay || status.code() / 1000 >= 3,
                ofTheWay,
                asked);
    }

    private static String said(int http, int status, String message) {
        String numbers = "HTTP %d, status %d".formatted(http, status);
        return message.isBlank() ? numbers : numbers + ": " + message;
    }

    private static Failure way(String why) {
        return new Failure(why, true, true, Optional.empty());
    }

    /** What is wrong here stays wrong until somebody mends it. */
    static Failure here(String why) {
        return new Failure(why, false, false, Optional.empty());
    }
}

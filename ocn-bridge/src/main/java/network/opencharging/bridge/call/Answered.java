package network.opencharging.bridge.call;

import network.opencharging.bridge.model.Finding;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a call.
 *
 * @param <T> what was asked for
 */
public sealed interface Answered<T> {

    /**
     * It went well (any 1xxx).
     *
     * @param value what was asked for
     * @param headers the headers of the answer
     */
    record Success<T>(T value, Headers headers) implements Answered<T> {}

    /**
     * The partner or the hub said no.
     *
     * @param http the status of HTTP
     * @param status the status of OCPI: 2xxx ours, 3xxx theirs, 4xxx the hub's fault
     * @param message their sentence, may be empty
     * @param retryAfter how long they ask to be left alone
     */
    record Refused<T>(int http, OcpiStatus status, String message, Optional<Duration> retryAfter)
            implements Answered<T> {}

    /**
     * An answer whose signature is missing or not good: what it says is not believed.
     *
     * @param why what is wrong with it
     */
    record Untrusted<T>(String why) implements Answered<T> {}

    /**
     * Nothing was sent: the object would be against the specification.
     *
     * @param findings what is wrong, with paths
     */
    record Invalid<T>(List<Finding> findings) implements Answered<T> {}

    /**
     * Nothing was sent: the hub has no such endpoint.
     *
     * @param module the module
     * @param role its side
     */
    record NotOffered<T>(ModuleId module, InterfaceRole role) implements Answered<T> {}

    /**
     * No answer: whether the partner has got the message is not known.
     *
     * @param why what went wrong on the wire
     */
    record Unreachable<T>(String why) implements Answered<T> {}

    /**
     * An answer that is not OCPI.
     *
     * @param http the status of HTTP
     * @param why what is wrong with it
     */
    record NotOcpi<T>(int http, String why) implements Answered<T> {}

    /** How it went, for a person. */
    default String told() {
        return switch (this) {
            case Success<T> _ -> "it went well";
            case Refused<T>(int http, OcpiStatus status, String message, var _) ->
                    "HTTP %d, status %d%s"
                            .formatted(
                                    http,
                                    status.code(),
                                    message.isBlank() ? "" : " (%s)".formatted(message));
            case Untrusted<T>(String why) -> "its answer cannot be believed: " + why;
            case Invalid<T>(List<Finding> findings) -> "not sent: " + findings;
            case NotOffered<T>(ModuleId module, InterfaceRole role) ->
                    "it offers no %s of %s".formatted(role, module);
            case Unreachable<T>(String why) -> "it does not answer: " + why;
            case NotOcpi<T>(int http, String why) ->
                    "its answer (HTTP %d) is not OCPI: %s".formatted(http, why);
        };
    }

    /** This answer with another value when it is a success. */
    default <U> Answered<U> instead(U value) {
        return this instanceof Success<T>(var _, Headers headers)
                ? new Success<>(value, headers)
                : failed();
    }

    /**
     * This failure, as that of a call for something else.
     *
     * @throws IllegalStateException when it is a success
     */
    default <U> Answered<U> failed() {
        return switch (this) {
            case Success<T> success -> throw new IllegalStateException("it is " + success);
            case Refused<T>(int http, OcpiStatus status, String message, var retryAfter) ->
                    new Refused<>(http, status, message, retryAfter);
            case Untrusted<T>(String why) -> new Untrusted<>(why);
            case Invalid<T>(List<Finding> findings) -> new Invalid<>(findings);
            case NotOffered<T>(ModuleId module, InterfaceRole role) ->
                    new NotOffered<>(module, role);
            case Unreachable<T>(String why) -> new Unreachable<>(why);
            case NotOcpi<T>(int http, String why) -> new NotOcpi<>(http, why);
        };
    }
}

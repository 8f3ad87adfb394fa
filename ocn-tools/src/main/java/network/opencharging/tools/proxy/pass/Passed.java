package network.opencharging.tools.proxy.pass;

import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.wire.Heard;

import java.time.Duration;
import java.time.Instant;

/**
 * An exchange that has passed.
 *
 * @param at when the answer was there
 * @param took from the request's last byte to the answer's last
 * @param request as it came; the address is the one at which the receiver answers
 * @param answer as it came
 * @param whole false when a body was too large to be looked into
 */
public record Passed(Instant at, Duration took, Request request, Answer answer, boolean whole) {

    /** The same, to be looked into. */
    public Heard heard() {
        return new Heard(request, answer, at, took);
    }
}

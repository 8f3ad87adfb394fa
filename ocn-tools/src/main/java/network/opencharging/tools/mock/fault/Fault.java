package network.opencharging.tools.mock.fault;

import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Caller;
import network.opencharging.tools.http.Request;

import java.io.IOException;
import java.util.function.Function;

/**
 * Something that a mock does wrong.
 *
 * @param name by which it is chosen
 * @param says what is wrong, in a line
 * @param receiving what it makes of requests that come in
 * @param sending what it makes of requests that go out
 */
public record Fault(String name, String says, Receiving receiving, Sending sending) {
    /** Does nothing to requests that go out. */
    static final Sending AS_IT_IS = (request, honest) -> honest.send(request);

    /** What becomes of a request that comes in. */
    public interface Receiving {
        /** The answer, in place of or made of the honest one. */
        Answer answer(Request request, Function<Request, Answer> honest);
    }

    /** What becomes of a request that goes out. */
    public interface Sending {
        /**
         * Sends it, or not, or spoilt.
         *
         * @throws IOException when nobody answers
         */
        Answer send(Request request, Caller honest) throws IOException;
    }

    /** A fault in answers. */
    static Fault in(String name, String says, Receiving receiving) {
        return new Fault(name, says, receiving, AS_IT_IS);
    }

    /** A fault in requests. */
    static Fault out(String name, String says, Sending sending) {
        return new Fault(name, says, (request, honest) -> honest.apply(request), sending);
    }
}

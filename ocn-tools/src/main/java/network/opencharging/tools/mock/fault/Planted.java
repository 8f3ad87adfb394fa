package network.opencharging.tools.mock.fault;

import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Caller;
import network.opencharging.tools.http.Request;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A fault that is switched on, within its scope. */
public final class Planted {
    private final Fault fault;
    private final Scope scope;
    private final AtomicInteger met = new AtomicInteger();

    /** A fault that has hit nobody yet. */
    public Planted(Fault fault, Scope scope) {
        this.fault = fault;
        this.scope = scope;
    }

    /** The name of the fault. */
    public String name() {
        return fault.name();
    }

    Answer answer(Request request, Function<Request, Answer> honest) {
        return hits(request) ? fault.receiving().answer(request, honest) : honest.apply(request);
    }

    Answer send(Request request, Caller honest) throws IOException {
        return hits(request) ? fault.sending().send(request, honest) : honest.send(request);
    }

    private boolean hits(Request request) {
        if (!scope.fits(request)) {
            return false;
        }
        if (scope.skip() == 0 && scope.times() == Integer.MAX_VALUE) {
            return true;
        }
        int before = met.getAndIncrement();
        return before >= scope.skip() && before - scope.skip() < scope.times();
    }
}

package network.opencharging.tools.mock.fault;

import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Caller;
import network.opencharging.tools.http.Request;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The faults of one mock, switched on and off while it runs. */
public final class Switchboard {
    private final List<Planted> planted = new CopyOnWriteArrayList<>();

    /** With these switched on, for every request. */
    public Switchboard(List<Fault> first) {
        first.forEach(fault -> planted.add(new Planted(fault, Scope.ALL)));
    }

    /** Switches one on, in place of one of the same name. */
    public void on(Planted fault) {
        off(fault.name());
        planted.add(fault);
    }

    /** Switches one off; says whether it was on. */
    public boolean off(String name) {
        return planted.removeIf(one -> one.name().equals(name.toLowerCase(Locale.ROOT)));
    }

    /** The names of those that are on. */
    public List<String> names() {
        return planted.stream().map(Planted::name).toList();
    }

    /** A door with all that is on at the time of a request, the first nearest to the honest one. */
    public Function<Request, Answer> door(Function<Request, Answer> honest) {
        return request -> {
            Function<Request, Answer> door = honest;
            for (Planted fault : planted) {
                Function<Request, Answer> before = door;
                door = asked -> fault.answer(asked, before);
            }
            return door.apply(request);
        };
    }

    /** A caller with all that is on at the time of a request. */
    public Caller caller(Caller honest) {
        return request -> {
            Caller caller = honest;
            for (Planted fault : planted) {
                Caller before = caller;
                caller = asked -> fault.send(asked, before);
            }
            return caller.send(request);
        };
    }
}

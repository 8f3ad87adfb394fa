package network.opencharging.tools.mock.answer;

import network.opencharging.tools.ocpi.Interface;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The answers that were prepared; the first that fits a request is given. */
public final class Prepared {
    private final List<Canned> answers = new CopyOnWriteArrayList<>();

    /** None. */
    public Prepared() {}

    /** Adds one behind the others. */
    public void add(Canned answer) {
        answers.add(answer);
    }

    /** An interface that gives prepared answers where one fits, and its own otherwise. */
    public Interface around(Interface honest) {
        return new Interface(honest.module(), honest.role(), request -> answer(honest, request));
    }

    private Outcome answer(Interface honest, OcpiRequest request) {
        Optional<Outcome> prepared =
                answers.stream()
                        .flatMap(answer -> answer.to(honest.module(), request).stream())
                        .findFirst();
        return prepared.orElseGet(() -> honest.handler().apply(request));
    }
}

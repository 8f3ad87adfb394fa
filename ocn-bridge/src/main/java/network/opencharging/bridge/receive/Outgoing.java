package network.opencharging.bridge.receive;

import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.json.Json;

import java.util.List;
import java.util.Optional;

/** Own objects on their way out: lenient in, strict out. */
record Outgoing(Complaints complaints) {

    /** The object as JSON; empty, with a complaint, when a partner must not get it. */
    <T> Optional<Json> valid(Asked asked, Shape<T> shape, T object) {
        Json.Obj json = shape.write(object);
        List<Finding> wrong = shape.check(json).stream().filter(Finding::forbidsSending).toList();
        if (wrong.isEmpty()) {
            return Optional.of(json);
        }
        String id =
                json.textOf("id")
                        .or(() -> json.textOf("uid"))
                        .orElse("a " + shape.name() + " without id");
        complaints.invalid(
                new Complaints.Subject(asked.context(), asked.route().module().value(), id),
                json,
                wrong);
        return Optional.empty();
    }

    /** The found object, or what is wrong with it. */
    <T> Outcome found(Asked asked, Shape<T> shape, T object) {
        return valid(asked, shape, object)
                .<Outcome>map(Outcome.Found::new)
                .orElseGet(
                        () -> new Outcome.Broken("The " + shape.name() + " is not in order here."));
    }
}

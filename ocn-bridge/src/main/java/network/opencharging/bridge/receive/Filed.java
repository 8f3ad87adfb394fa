package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.News;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Patch;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Severity;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.json.Json;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One object of a partner, wherever it is kept: read, replaced or changed in part.
 *
 * @param shape what the object is
 * @param find looks for it
 * @param keep keeps it
 */
record Filed<T extends OcpiObject>(Shape<T> shape, Supplier<Optional<T>> find, Keep<T> keep) {

    /** Keeps the object, or says what does not fit. */
    interface Keep<T> {
        Outcome it(T object);
    }

    Outcome get() {
        return find.get()
                .<Outcome>map(found -> new Outcome.Found(found.json()))
                .orElseGet(() -> new Outcome.Missing(shape.name()));
    }

    Outcome put(Json.Obj json) {
        return switch (shape.read(json)) {
            case Reading.Unreadable<T>(var findings) -> new Outcome.Unreadable(findings);
            case Reading.Read<T>(T object, var _) ->
                    News.is(find.get(), object) ? keep.it(object) : new Outcome.Done();
        };
    }

    /** OCPI 2.2.1 §8.2.2.3: what is not there cannot be changed in part. */
    Outcome patch(Json.Obj changes) {
        Optional<T> stored = find.get();
        if (stored.isEmpty()) {
            return new Outcome.Missing(shape.name());
        }
        var findings = shape.checkPatch(changes);
        boolean unreadable = findings.stream().anyMatch(Filed::isFatal);
        return unreadable
                ? new Outcome.Unreadable(findings)
                : put(Patch.apply(shape, stored.get().json(), changes));
    }

    private static boolean isFatal(Finding finding) {
        return finding.severity() == Severity.UNREADABLE;
    }

    static Outcome of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Kept() -> new Outcome.Done();
            case Verdict.Refused(String reason) -> new Outcome.Unwanted(reason);
        };
    }
}

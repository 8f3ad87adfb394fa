package network.opencharging.tools.check;

import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.Severity;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonStream;
import network.opencharging.protocol.json.JsonStream.Step;
import network.opencharging.tools.check.rule.Fault;
import network.opencharging.tools.check.rule.Rules;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks one text, value by value: its length does not matter. */
final class TextCheck {
    private static final String RESPONSE = "Response";

    private final Edition edition;
    private final Optional<Shape<?>> wanted;
    private final boolean patch;
    private final Rules rules;
    private final Consumer<Fault> found;
    private final Map<String, Integer> types = new HashMap<>();
    private final Seen seen = new Seen();
    private Optional<Shape<?>> last = Optional.empty();

    /**
     * A check of one text.
     *
     * @param wanted what the objects are; empty when that is to be guessed from their fields
     * @param patch whether they are the bodies of PATCH requests
     */
    TextCheck(
            Edition edition,
            Optional<Shape<?>> wanted,
            boolean patch,
            Rules rules,
            Consumer<Fault> found) {
        this.edition = edition;
        this.wanted = wanted;
        this.patch = patch;
        this.rules = rules;
        this.found = found;
    }

    /** How many objects of which type there were. */
    Map<String, Integer> types() {
        return Map.copyOf(types);
    }

    void run(InputStream utf8) {
        try (JsonStream stream = JsonReader.stream(utf8)) {
            for (Optional<Step> step = stream.next(); step.isPresent(); step = stream.next()) {
                switch (step.get()) {
                    case Step.Item(String path, Json value) -> item(path, value);
                    case Step.Envelope(String path, Json.Obj rest, int _) -> envelope(path, rest);
                    case Step.Broken broken -> broken(broken);
                }
            }
        }
    }

    private void broken(Step.Broken broken) {
        String after = broken.last() ? "; nothing behind it can be checked" : "";
        found.accept(
                new Fault(
                        broken.path(),
                        "JSON",
                        Severity.UNREADABLE,
                        "%s (byte %d)%s".formatted(broken.why(), broken.offset(), after)));
    }

    private void item(String path, Json value) {
        if (!(value instanceof Json.Obj object)) {
            found.accept(new Fault(path, "TYPE", Severity.UNREADABLE, "must be an object"));
            return;
        }
        if (wanted.isEmpty() && object.member("status_code").isPresent()) {
            envelope(path, object.without("data"));
            object.objectOf("data").ifPresent(data -> object(path + ".data", data));
            return;
        }
        object(path, object);
    }

    private void envelope(String path, Json.Obj rest) {
        edition.shapes().stream()
                .filter(shape -> shape.name().equals(RESPONSE))
                .forEach(shape -> check(shape, path, rest, false));
    }

    private void object(String path, Json.Obj object) {
        Optional<Shape<?>> shape = wanted.or(() -> like(object));
        if (shape.isEmpty()) {
            found.accept(
                    new Fault(
                            path,
                            "TYPE",
                            Severity.WARNING,
                            "is like no object of OCPI %s: say --type to have it checked"
                                    .formatted(edition.number())));
            return;
        }
        check(shape.get(), path, object, patch);
        seen.note(object, path, found);
    }

    /** Lists hold objects of one type: the last guess is good as long as all fields are known. */
    private Optional<Shape<?>> like(Json.Obj object) {
        if (last.filter(shape -> shape.extraOf(object).members().isEmpty()).isEmpty()) {
            last = Likeness.of(object, edition.shapes());
        }
        return last;
    }

    private void check(Shape<?> shape, String path, Json.Obj object, boolean partly) {
        types.merge(shape.name(), 1, Integer::sum);
        List<Finding> findings = partly ? shape.checkPatch(object) : shape.check(object);
        for (Finding finding : findings) {
            found.accept(
                    new Fault(
                            path + finding.path().substring(1),
                            finding.rule().name(),
                            finding.severity(),
                            finding.sentence()));
        }
        rules.check(shape, object, path, found);
    }
}

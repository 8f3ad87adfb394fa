package network.opencharging.tools.proxy.rule;

import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.Severity;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.Model;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.tools.check.rule.Rules;
import network.opencharging.tools.http.Request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the bodies of requests and answers against the model of OCPI 2.2.1. */
final class Bodies {
    private final Rules rules;
    private final Rules patches;

    Bodies(Clock clock) {
        this.rules = Rules.ofObjects(clock);
        this.patches = Rules.ofPatches(clock);
    }

    List<Violation> ofRequest(Subject subject, Request request) {
        Optional<String> type = Types.sent(subject, request.method());
        if (request.body().isEmpty()) {
            return List.of();
        }
        Optional<Json> body = JsonReader.standard().read(request.body()).optional();
        if (body.isEmpty()) {
            return List.of(
                    Violation.ofRequest("ENV-1", Severity.UNREADABLE, "$", "the body is not JSON"));
        }
        List<Violation> found = new ArrayList<>();
        boolean partly = request.method().equals("PATCH");
        type.flatMap(Bodies::shape)
                .ifPresent(shape -> object(shape, body.get(), "$", false, partly, found));
        return found;
    }

    List<Violation> ofAnswer(Subject subject, Request request, Json.Obj envelope) {
        Json data = envelope.member("data").orElse(Json.Null.NULL);
        List<Violation> found = new ArrayList<>();
        Optional<Shape<?>> shape = Types.answered(subject, request, data).flatMap(Bodies::shape);
        if (shape.isEmpty()) {
            return found;
        }
        switch (data) {
            case Json.Arr(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    object(shape.get(), items.get(i), "$.data[" + i + "]", true, false, found);
                }
            }
            case Json.Obj object -> object(shape.get(), object, "$.data", true, false, found);
            default -> {}
        }
        return found;
    }

    private void object(
            Shape<?> shape,
            Json json,
            String path,
            boolean inAnswer,
            boolean partly,
            List<Violation> found) {
        for (Finding finding : partly ? shape.checkPatch(json) : shape.check(json)) {
            found.add(
                    new Violation(
                            finding.rule().name(),
                            finding.severity(),
                            inAnswer,
                            path + finding.path().substring(1),
                            finding.sentence()));
        }
        if (json instanceof Json.Obj object) {
            (partly ? patches : rules)
                    .check(
                            shape,
                            object,
                            path,
                            fault ->
                                    found.add(
                                            new Violation(
                                                    fault.rule(),
                                                    fault.severity(),
                                                    inAnswer,
                                                    fault.path(),
                                                    fault.sentence())));
        }
    }

    private static Optional<Shape<?>> shape(String name) {
        return Model.SHAPES.stream()
                .filter(shape -> shape.name().equals(name))
                .<Shape<?>>map(shape -> shape)
                .findFirst();
    }
}

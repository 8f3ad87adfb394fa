package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.mock.script.Script;
import network.opencharging.tools.mock.script.ScriptReader;
import network.opencharging.tools.yaml.Fields;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.Written;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads a scenario; whatever is wrong with it is told with its path and line. */
final class ScenarioReader {
    private final Problems problems;

    ScenarioReader(Problems problems) {
        this.problems = problems;
    }

    Scenario read(Written text) {
        Fields fields = Fields.of(text, problems);
        String title = fields.needed("scenario");
        SequencedMap<String, Script> parties = parties(fields);
        Optional<String> system = fields.text("system");
        system.filter(name -> !parties.containsKey(name))
                .ifPresent(name ->
                        problems.add(
                                spot(fields, "system"),
                                "is none of the parties: " + parties.keySet()));
        List<Step> steps = new ArrayList<>();
        StepReader reader = new StepReader(problems, parties.keySet());
        fields.items("steps").forEach(item -> reader.read(item).ifPresent(steps::add));
        if (fields.items("steps").isEmpty()) {
            problems.add(fields.spot(), "needs steps");
        }
        Scenario scenario =
                new Scenario(title, system, time(fields), parties, variables(fields), steps);
        fields.end();
        return scenario;
    }

    private static network.opencharging.tools.yaml.Spot spot(Fields fields, String name) {
        return fields.value(name).map(Written::spot).orElse(fields.spot());
    }

    private static Scenario.Time time(Fields fields) {
        return new Scenario.Time(
                fields.meaning(
                        "begins", "a time such as 2026-06-01T12:00:00Z", ScenarioReader::instant),
                fields.decimal("speed").orElse(BigDecimal.ZERO));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private SequencedMap<String, Script> parties(Fields fields) {
        SequencedMap<String, Script> parties = new LinkedHashMap<>();
        Optional<Written> written = fields.value("parties");
        if (written.isEmpty()) {
            problems.add(fields.spot(), "needs parties");
        } else if (written.get() instanceof Written.Block block) {
            block.entries()
                    .forEach((name, script) -> {
                        if (!name.matches("[a-z][a-z0-9]*")) {
                            problems.add(
                                    script.spot(), "must be named in small letters and digits");
                        }
                        parties.put(name, new ScriptReader(problems).read(script));
                    });
        } else {
            problems.add(written.get().spot(), "must be a block of names and mocks");
        }
        return parties;
    }

    private static Map<String, Json> variables(Fields fields) {
        Map<String, Json> variables = new LinkedHashMap<>();
        if (fields.json("variables").orElse(Json.Null.NULL) instanceof Json.Obj object) {
            variables.putAll(object.members());
        }
        return variables;
    }
}

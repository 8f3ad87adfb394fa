package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.mock.script.DeedReader;
import network.opencharging.tools.yaml.Fields;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.Written;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one step after the other. */
final class StepReader {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Set<String> ACTS =
            Set.of("register", "renew", "leave", "hear", "silence", "have", "advance");

    private final Problems problems;
    private final Set<String> parties;

    StepReader(Problems problems, Set<String> parties) {
        this.problems = problems;
        this.parties = Set.copyOf(parties);
    }

    Optional<Step> read(Written item) {
        Fields fields = Fields.of(item, problems);
        Set<String> names = new HashSet<>(ACTS);
        names.addAll(DeedReader.NAMES);
        List<String> named = fields.present(names);
        if (named.size() != 1) {
            problems.add(
                    item.spot(),
                    "must have one of %s%s"
                            .formatted(
                                    String.join(", ", names.stream().sorted().toList()),
                                    named.isEmpty() ? "" : ", and has " + named));
            return Optional.empty();
        }
        String title = fields.text("step").orElse(named.getFirst());
        Optional<Step.Act> act = act(named.getFirst(), fields);
        Map<String, String> saves = saves(fields);
        Optional<String> live = fields.text("live");
        fields.end();
        return act.map(one -> new Step(title, item.spot(), one, saves, live));
    }

    private Optional<Step.Act> act(String name, Fields fields) {
        return switch (name) {
            case "register" ->
                    Optional.of(new Step.Register(party(fields, "register"), other(fields, "at")));
            case "renew" -> Optional.of(new Step.Renew(party(fields, "renew")));
            case "leave" -> Optional.of(new Step.Leave(party(fields, "leave")));
            case "advance" ->
                    Optional.of(new Step.Advance(fields.span("advance").orElse(Duration.ZERO)));
            case "hear" ->
                    fields.block("hear")
                            .map(inner -> new Step.Hear(at(inner), sound(inner), within(fields)));
            case "silence" ->
                    fields.block("silence")
                            .map(inner ->
                                    new Step.Silence(
                                            at(inner),
                                            sound(inner),
                                            fields.span("within").orElse(QUIET)));
            case "have" -> fields.block("have").map(inner -> have(inner, fields));
            default -> perform(fields);
        };
    }

    private Optional<Step.Act> perform(Fields fields) {
        String as = party(fields, "as");
        Step.Wanted wanted = wanted(fields);
        return DeedReader.read(fields).map(deed -> new Step.Perform(as, deed, wanted));
    }

    private Step.Wanted wanted(Fields fields) {
        Optional<Written> expect = fields.value("expect");
        if (expect.isEmpty()) {
            return Step.Wanted.SUCCESS;
        }
        if (expect.get() instanceof Written.Word word && word.text().equals("anything")) {
            return new Step.Wanted(Optional.empty(), Optional.empty(), Optional.empty(), true);
        }
        Fields inner = Fields.of(expect.get(), problems);
        Step.Wanted wanted =
                new Step.Wanted(
                        inner.whole("http", 100, 599),
                        inner.whole("status", 1000, 4999),
                        inner.json("data"),
                        false);
        inner.end();
        return wanted;
    }

    private Step.Have have(Fields inner, Fields fields) {
        Step.Have have =
                new Step.Have(
                        at(inner),
                        inner.needed("kind"),
                        inner.json("like").orElse(Json.object(Map.of())),
                        within(fields));
        inner.end();
        return have;
    }

    private Step.Sound sound(Fields inner) {
        Step.Sound sound =
                new Step.Sound(
                        inner.text("method"),
                        inner.text("module"),
                        inner.text("path"),
                        inner.json("body"));
        inner.end();
        return sound;
    }

    private static Duration within(Fields fields) {
        return fields.span("within").orElse(PATIENCE);
    }

    private String at(Fields inner) {
        return party(inner, "at");
    }

    private String party(Fields fields, String name) {
        String party = fields.needed(name);
        if (!party.isEmpty() && !parties.contains(party)) {
            problems.add(
                    fields.value(name).map(Written::spot).orElse(fields.spot()),
                    "is none of the parties: "
                            + String.join(", ", parties.stream().sorted().toList()));
        }
        return party;
    }

    private Optional<String> other(Fields fields, String name) {
        return fields.value(name).isPresent() ? Optional.of(party(fields, name)) : Optional.empty();
    }

    private Map<String, String> saves(Fields fields) {
        Map<String, String> saves = new LinkedHashMap<>();
        fields.value("save")
                .ifPresent(value -> {
                    if (!(value instanceof Written.Block block)) {
                        problems.add(value.spot(), "must be a block of names and places");
                        return;
                    }
                    block.entries()
                            .forEach((name, place) -> {
                                if (place instanceof Written.Word word) {
                                    saves.put(name, word.text());
                                } else {
                                    problems.add(
                                            place.spot(), "must be a place such as data[0].id");
                                }
                            });
                });
        return saves;
    }
}

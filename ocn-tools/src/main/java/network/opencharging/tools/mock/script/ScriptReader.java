package network.opencharging.tools.mock.script;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.answer.Canned;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.yaml.Fields;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.Written;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the script of a mock; whatever is wrong with it is told with its path and line. */
public final class ScriptReader {
    private static final Map<String, Role> ROLES = roles();
    private static final List<String> OWN = List.of("locations", "tariffs", "sessions", "cdrs");

    private final Problems problems;

    /** Reads into these problems. */
    public ScriptReader(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("cpo", Role.CPO);
        roles.put("emsp", Role.EMSP);
        roles.put("hub", Role.HUB);
        return roles;
    }

    /** The script; what is wrong in it has its default, and is a problem. */
    public Script read(Written text) {
        Fields fields = Fields.of(text, problems);
        if (fields.value("mock").isEmpty()) {
            fields.needed("mock");
        }
        Role role = fields.choice("mock", ROLES).orElse(Role.CPO);
        Script plain = Script.plain(role);
        Script script =
                new Script(
                        identity(fields, plain.identity()),
                        stock(fields, plain),
                        new Script.Time(
                                fields.decimal("speed").orElse(plain.time().speed()),
                                fields.span("meter")),
                        fields.items("faults").stream()
                                .flatMap(item -> DeedReader.fault(item, problems).stream())
                                .toList(),
                        fields.items("answers").stream().map(this::answer).toList(),
                        fields.items("events").stream()
                                .flatMap(item -> event(item).stream())
                                .toList());
        fields.end();
        return script;
    }

    private static Identity identity(Fields fields, Identity plain) {
        PartyId party =
                fields.meaning(
                                "party",
                                "a country code and a party id, such as DE/ALC",
                                PartyId::parse)
                        .orElse(plain.party());
        return new Identity(party, plain.role(), fields.text("name").orElse(plain.name()));
    }

    private Script.Stock stock(Fields fields, Script plain) {
        return new Script.Stock(
                fields.whole("locations", 0, 100_000).orElse(plain.stock().locations()),
                fields.whole("seed", 0, Integer.MAX_VALUE)
                        .map(Integer::longValue)
                        .orElse(plain.stock().seed()),
                fields.whole("page", 1, 10_000).orElse(plain.stock().page()),
                objects(fields, plain.identity().role()));
    }

    private Map<String, List<ObjectNode>> objects(Fields fields, Role role) {
        Map<String, List<ObjectNode>> objects = new LinkedHashMap<>();
        Optional<Fields> block = fields.block("objects");
        if (block.isEmpty()) {
            return objects;
        }
        List<String> modules = role == Role.CPO ? OWN : List.of("tokens");
        for (String module : modules) {
            List<ObjectNode> own = new ArrayList<>();
            for (Written item : block.get().items(module)) {
                object(item, module.equals("tokens") ? "uid" : "id").ifPresent(own::add);
            }
            objects.put(module, own);
        }
        block.get().end();
        return objects;
    }

    private Optional<ObjectNode> object(Written item, String idField) {
        if (!(item instanceof Written.Block block)) {
            problems.add(item.spot(), "must be a block of names and values, not " + item.kind());
            return Optional.empty();
        }
        if (!(block.entries().get(idField) instanceof Written.Word)) {
            problems.add(item.spot(), "needs " + idField);
            return Optional.empty();
        }
        Json.Obj json = (Json.Obj) block.json();
        Json.Obj named = json.with(idField, ((Written.Word) block.entries().get(idField)).text());
        return Optional.of(JsonText.object(named.text()));
    }

    private Canned answer(Written item) {
        Fields fields = Fields.of(item, problems);
        Fields when =
                fields.block("when")
                        .orElseGet(() ->
                                Fields.of(
                                        new Written.Block(item.spot(), new LinkedHashMap<>()),
                                        problems));
        Canned.When wanted =
                new Canned.When(
                        when.text("method"),
                        when.text("module"),
                        when.text("path"),
                        when.json("body"));
        when.end();
        Optional<Fields> answer = fields.block("answer");
        if (answer.isEmpty()) {
            problems.add(item.spot(), "needs answer");
        }
        Outcome outcome = answer.map(ScriptReader::outcome).orElseGet(Outcome.Done::new);
        int times = fields.whole("times", 1, 1_000_000).orElse(Integer.MAX_VALUE);
        fields.end();
        return new Canned(wanted, outcome, times);
    }

    private static Outcome outcome(Fields answer) {
        int http = answer.whole("http", 200, 599).orElse(200);
        int status = answer.whole("status", 1000, 4999).orElse(1000);
        Outcome outcome =
                new Outcome.Said(
                        http,
                        new OcpiStatus(status),
                        answer.text("message").orElse("as the script says"),
                        answer.json("data").flatMap(data -> JsonText.parse(data.text())));
        answer.end();
        return outcome;
    }

    private Optional<Script.Event> event(Written item) {
        Fields fields = Fields.of(item, problems);
        if (fields.value("at").isEmpty()) {
            fields.needed("at");
        }
        Duration at = fields.span("at").orElse(Duration.ZERO);
        Optional<Duration> every = fields.span("every");
        int times = fields.whole("times", 1, 1_000_000).orElse(Integer.MAX_VALUE);
        Optional<Deed> deed = DeedReader.read(fields);
        fields.end();
        return deed.map(one -> new Script.Event(at, every, every.isPresent() ? times : 1, one));
    }
}

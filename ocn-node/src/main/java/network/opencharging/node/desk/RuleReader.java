package network.opencharging.node.desk;

import network.opencharging.node.handshake.Checked;
import network.opencharging.node.handshake.Checked.Bad;
import network.opencharging.node.handshake.Checked.Good;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.RuleEntry;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonLimits;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The wire form of rules, as the published nodes have it. */
final class RuleReader {
    private static final JsonReader READER =
            new JsonReader(JsonLimits.standard().withBytes(1 << 20));
    private static final int MOST_MODULES = 60;
    private static final int MOST_ENTRIES = 10_000;

    private RuleReader() {}

    static Json.Obj write(PartyRules rules) {
        return Json.Obj.EMPTY
                .with("signatures", new Json.Bool(rules.signatures()))
                .with("whitelist", list(rules, PartyRules.Kind.ONLY))
                .with("blacklist", list(rules, PartyRules.Kind.NOT));
    }

    private static Json.Obj list(PartyRules rules, PartyRules.Kind kind) {
        boolean active = rules.kind() == kind;
        return Json.Obj.EMPTY
                .with("active", new Json.Bool(active))
                .with(
                        "list",
                        Json.array(
                                active
                                        ? rules.entries().stream().map(RuleReader::item).toList()
                                        : List.of()));
    }

    private static Json.Obj item(RuleEntry entry) {
        return Json.Obj.EMPTY
                .with("party_id", entry.party().partyId())
                .with("country_code", entry.party().countryCode())
                .with(
                        "modules",
                        Json.array(
                                entry.modules().stream()
                                        .map(ModuleId::value)
                                        .sorted()
                                        .map(Json::text)
                                        .toList()));
    }

    static Checked<List<RuleEntry>> entries(byte @Nullable [] body) {
        if (!(read(body) instanceof JsonReading.Read<Json>(Json.Arr(var items)))
                || items.size() > MOST_ENTRIES) {
            return new Bad<>("", "The body must be a JSON array of at most 10000 entries");
        }
        List<RuleEntry> entries = new ArrayList<>();
        for (Json item : items) {
            switch (entry(item, "[" + entries.size() + "].")) {
                case Good<RuleEntry>(RuleEntry entry) -> entries.add(entry);
                case Bad<RuleEntry>(String field, String problem) -> {
                    return new Bad<>(field, problem);
                }
            }
        }
        return new Good<>(List.copyOf(entries));
    }

    static Checked<RuleEntry> entry(byte @Nullable [] body) {
        return read(body) instanceof JsonReading.Read<Json>(Json value)
                ? entry(value, "")
                : new Bad<>("", "The body must be a JSON object");
    }

    private static Checked<RuleEntry> entry(Json item, String place) {
        if (!(item instanceof Json.Obj object)) {
            return new Bad<>(place + "party_id", "must stand in an object");
        }
        Optional<PartyId> party =
                PartyId.of(
                        object.textOf("country_code").orElse(""),
                        object.textOf("party_id").orElse(""));
        if (party.isEmpty()) {
            return new Bad<>(
                    place + "country_code",
                    "and party_id must be two letters and three letters or digits");
        }
        Set<ModuleId> modules = new HashSet<>();
        if (object.member("modules").orElse(Json.Null.NULL) instanceof Json.Arr(var names)) {
            names.forEach(name ->
                    name.asText()
                            .map(text -> text.toLowerCase(Locale.ROOT))
                            .flatMap(ModuleId::of)
                            .ifPresent(modules::add));
            if (modules.size() == names.size()
                    && !modules.isEmpty()
                    && modules.size() <= MOST_MODULES) {
                return new Good<>(new RuleEntry(party.get(), modules));
            }
        }
        return new Bad<>(place + "modules", "must be a list of 1 to 60 different module names");
    }

    private static JsonReading<Json> read(byte @Nullable [] body) {
        return READER.read(body == null ? new byte[0] : body);
    }
}

package network.opencharging.tools.mock.script;

import network.opencharging.tools.yaml.Fields;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.Written;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads deeds: a block with one of their names and, below it, what belongs to it. */
public final class DeedReader {
    /** The names of all deeds. */
    public static final Set<String> NAMES =
            Set.of("send", "status", "start", "charge", "stop", "faults");

    private static final Map<String, String> METHODS =
            words("GET", "PUT", "PATCH", "POST", "DELETE");
    private static final Map<String, String> SIDES = words("SENDER", "RECEIVER");
    private static final Map<String, String> STATUSES =
            words(
                    "AVAILABLE",
                    "BLOCKED",
                    "CHARGING",
                    "INOPERATIVE",
                    "OUTOFORDER",
                    "PLANNED",
                    "REMOVED",
                    "RESERVED",
                    "UNKNOWN");

    private DeedReader() {}

    private static Map<String, String> words(String... words) {
        Map<String, String> map = new LinkedHashMap<>();
        Stream.of(words).forEach(word -> map.put(word, word));
        return map;
    }

    /** The deed that a block names; a problem when it names none or more than one. */
    public static Optional<Deed> read(Fields block) {
        List<String> named = block.present(NAMES);
        if (named.size() != 1) {
            block.problems()
                    .add(
                            block.spot(),
                            "must name one of "
                                    + String.join(", ", NAMES.stream().sorted().toList())
                                    + (named.isEmpty() ? "" : ", and names " + named));
            return Optional.empty();
        }
        String name = named.getFirst();
        if (name.equals("faults")) {
            return faults(block);
        }
        return block.block(name)
                .map(fields -> {
                    Deed deed =
                            switch (name) {
                                case "send" -> send(fields);
                                case "status" -> status(fields);
                                case "start" -> start(fields);
                                case "charge" -> charge(fields);
                                default -> new Deed.Stop(fields.needed("session"));
                            };
                    fields.end();
                    return deed;
                });
    }

    private static Deed send(Fields fields) {
        if (fields.value("method").isEmpty()) {
            fields.needed("method");
        }
        return new Deed.Send(
                fields.choice("method", METHODS).orElse("GET"),
                fields.needed("module").toLowerCase(Locale.ROOT),
                fields.choice("side", SIDES),
                fields.text("path").orElse(""),
                fields.text("to"),
                fields.json("body"));
    }

    private static Deed status(Fields fields) {
        return new Deed.Status(
                fields.needed("location"),
                fields.needed("evse"),
                fields.choice("is", STATUSES).orElseGet(() -> fields.needed("is")),
                fields.text("to"));
    }

    private static Deed start(Fields fields) {
        return new Deed.Start(
                fields.needed("location"), fields.text("evse"), fields.needed("token"));
    }

    private static Deed charge(Fields fields) {
        String session = fields.needed("session");
        if (fields.value("kwh").isEmpty()) {
            fields.needed("kwh");
        }
        return new Deed.Charge(session, fields.decimal("kwh").orElse(BigDecimal.ONE));
    }

    private static Optional<Deed> faults(Fields block) {
        return block.block("faults")
                .map(fields -> {
                    List<Deed.Wanted> on =
                            fields.items("on").stream()
                                    .flatMap(item -> fault(item, fields.problems()).stream())
                                    .toList();
                    List<String> off =
                            fields.items("off").stream()
                                    .flatMap(item -> fault(item, fields.problems()).stream())
                                    .map(Deed.Wanted::name)
                                    .toList();
                    fields.end();
                    return new Deed.Faults(on, off);
                });
    }

    /** A fault: its name, or a block with its name and scope. */
    public static Optional<Deed.Wanted> fault(Written item, Problems problems) {
        if (item instanceof Written.Word word) {
            return checked(
                    new Deed.Wanted(
                            word.text(),
                            Optional.empty(),
                            Optional.empty(),
                            0,
                            Integer.MAX_VALUE,
                            Optional.empty()),
                    item,
                    problems);
        }
        Fields fields = Fields.of(item, problems);
        Deed.Wanted wanted =
                new Deed.Wanted(
                        fields.needed("name"),
                        fields.text("module"),
                        fields.choice("method", METHODS),
                        fields.whole("skip", 0, 1_000_000).orElse(0),
                        fields.whole("times", 1, 1_000_000).orElse(Integer.MAX_VALUE),
                        fields.span("by"));
        fields.end();
        return checked(wanted, item, problems);
    }

    private static Optional<Deed.Wanted> checked(
            Deed.Wanted wanted, Written item, Problems problems) {
        if (wanted.name().isEmpty()) {
            return Optional.empty();
        }
        boolean known =
                network.opencharging.tools.mock.fault.Faults.find(wanted.name()).isPresent();
        if (!known) {
            problems.add(
                    item.spot(),
                    "names no fault: %s; 'ocn tools mock faults' lists them"
                            .formatted(wanted.name()));
            return Optional.empty();
        }
        if (Stage.plant(wanted).isEmpty()) {
            problems.add(item.spot(), wanted.name() + " has no measure: leave 'by' out");
            return Optional.empty();
        }
        return Optional.of(wanted);
    }
}

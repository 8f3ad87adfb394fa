package network.opencharging.tools.simulate.play;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.script.Act;
import network.opencharging.tools.simulate.script.Word;
import network.opencharging.tools.simulate.station.Habit;
import network.opencharging.tools.simulate.station.SimulatedStation;
import network.opencharging.tools.yaml.Fields;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Networks that are out of reach, and what a station does wrong. */
final class WrongWords {
    private static final int MOST_BYTES = 8 << 20;

    private WrongWords() {}

    static List<Word<SimulatedStation>> all() {
        return Stream.of(behaving(), saying()).flatMap(List::stream).toList();
    }

    private static List<Word<SimulatedStation>> behaving() {
        return List.of(
                new Word<>(
                        "offline",
                        "",
                        "offline",
                        "the network is out of reach; what must be told is kept",
                        _ -> Act.of(SimulatedStation::goOffline)),
                new Word<>(
                        "online",
                        "",
                        "online",
                        "it is in reach again; what was kept is told in its order",
                        _ -> Act.of(SimulatedStation::goOnline)),
                new Word<>(
                        "deaf",
                        "",
                        "deaf",
                        "reads nothing any more",
                        _ -> Act.of(SimulatedStation::goDeaf)),
                new Word<>(
                        "misbehave",
                        "how",
                        "misbehave: duplicates",
                        "does something wrong from now on: " + habits(),
                        behaves(true)),
                new Word<>("behave", "how", "behave: duplicates", "no more of it", behaves(false)),
                new Word<>(
                        "clock",
                        "off",
                        "clock: {off: 2d, behind: true}",
                        "how far its clock is from the time",
                        WrongWords::clock));
    }

    private static List<Word<SimulatedStation>> saying() {
        return List.of(
                new Word<>(
                        "call",
                        "action",
                        "call: {action: Heartbeat, payload: {}}",
                        "makes any call, right or wrong, and tells the answer",
                        WrongWords::call),
                new Word<>(
                        "say",
                        "text",
                        "say: '[2,\"x\"]'",
                        "says any text",
                        fields -> {
                            String text = fields.needed("text");
                            return Act.of(station -> station.sayRaw(text));
                        }),
                new Word<>(
                        "flood",
                        "letters",
                        "flood: 2000000",
                        "says so many letters",
                        fields -> {
                            int letters = fields.whole("letters", 1, MOST_BYTES).orElse(2_000_000);
                            return Act.of(station -> station.sayRaw("x".repeat(letters)));
                        }),
                new Word<>(
                        "bytes",
                        "number",
                        "bytes: 16",
                        "says bytes instead of text",
                        fields -> {
                            int number = fields.whole("number", 1, MOST_BYTES).orElse(16);
                            return Act.of(station -> station.sayBytes(number));
                        }));
    }

    private static String habits() {
        return String.join(
                "; ",
                Arrays.stream(Habit.values())
                        .map(habit -> habit.word() + " (" + habit.meaning() + ")")
                        .toList());
    }

    private static Function<Fields, Act<SimulatedStation>> behaves(boolean wrong) {
        return fields -> {
            Map<String, Habit> habits = new LinkedHashMap<>();
            Arrays.stream(Habit.values()).forEach(habit -> habits.put(habit.word(), habit));
            if (fields.value("how").isEmpty()) {
                fields.needed("how");
            }
            Habit habit = fields.choice("how", habits).orElse(Habit.DUPLICATES);
            return Act.of(station -> station.behave(habit, wrong));
        };
    }

    private static Act<SimulatedStation> clock(Fields fields) {
        Map<String, Boolean> truths = new LinkedHashMap<>();
        truths.put("true", true);
        truths.put("false", false);
        Duration off = fields.span("off").orElse(Duration.ZERO);
        boolean behind = fields.choice("behind", truths).orElse(false);
        return Act.of(station -> station.clock(behind ? off.negated() : off));
    }

    private static Act<SimulatedStation> call(Fields fields) {
        String action = fields.needed("action");
        ObjectNode payload =
                fields.json("payload")
                        .flatMap(json -> JsonText.parse(json.text()))
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .orElseGet(JsonText::object);
        return Act.of(station -> station.call(action, payload));
    }
}

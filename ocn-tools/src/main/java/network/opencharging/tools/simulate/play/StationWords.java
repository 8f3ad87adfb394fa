package network.opencharging.tools.simulate.play;

import network.opencharging.tools.simulate.script.Act;
import network.opencharging.tools.simulate.script.ScriptReader;
import network.opencharging.tools.simulate.script.Word;
import network.opencharging.tools.simulate.station.EvseState;
import network.opencharging.tools.simulate.station.Look;
import network.opencharging.tools.simulate.station.SimulatedStation;
import network.opencharging.tools.yaml.Fields;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can happen to a simulated station. */
public final class StationWords {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private StationWords() {}

    /** A reader of these words. */
    public static ScriptReader<SimulatedStation> reader() {
        return new ScriptReader<>(
                "station",
                Stream.of(ChargingWords.all(), WrongWords.all(), time())
                        .flatMap(List::stream)
                        .toList());
    }

    static int evse(Fields fields) {
        return fields.whole("evse", 1, 1_000).orElse(1);
    }

    private static List<Word<SimulatedStation>> time() {
        return List.of(
                new Word<>(
                        "wait",
                        "for",
                        "wait: 10m",
                        "so much of its time passes",
                        fields -> {
                            Duration time = fields.span("for").orElse(Duration.ofSeconds(1));
                            return Act.of(station -> station.pause(time));
                        }),
                new Word<>(
                        "await",
                        "is",
                        "await: {evse: 1, is: charging, within: 30s}",
                        "until it is so, or fails: a state of an EVSE, online, accepted, told"
                                + " (nothing waits to be told)",
                        StationWords::await),
                new Word<>("quit", "", "quit", "ends", _ -> _ -> new Act.Result.Quit()));
    }

    private static Act<SimulatedStation> await(Fields fields) {
        Map<String, Predicate<Look>> wishes = wishes(evse(fields));
        if (fields.value("is").isEmpty()) {
            fields.needed("is");
        }
        String word = fields.text("is").orElse("");
        Predicate<Look> wish = fields.choice("is", wishes).orElse(_ -> true);
        Duration patience = fields.span("within").orElse(PATIENCE);
        return station ->
                station.await(wish, patience)
                        ? new Act.Result.Done()
                        : new Act.Result.Failed(
                                "%s did not come within %d s"
                                        .formatted(word, patience.toSeconds()));
    }

    private static Map<String, Predicate<Look>> wishes(int evse) {
        Map<String, Predicate<Look>> wishes = new LinkedHashMap<>();
        for (EvseState state : EvseState.values()) {
            wishes.put(state.word(), look -> look.state(evse).filter(state::equals).isPresent());
        }
        wishes.put("online", Look::online);
        wishes.put("offline", look -> !look.online());
        wishes.put("accepted", Look::accepted);
        wishes.put("told", look -> look.accepted() && look.waiting() == 0);
        return wishes;
    }
}

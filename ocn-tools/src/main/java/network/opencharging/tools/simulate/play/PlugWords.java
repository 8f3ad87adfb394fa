package network.opencharging.tools.simulate.play;

import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.plug.Lie;
import network.opencharging.tools.simulate.plug.PlugLook;
import network.opencharging.tools.simulate.plug.SimulatedPlug;
import network.opencharging.tools.simulate.script.Act;
import network.opencharging.tools.simulate.script.ScriptReader;
import network.opencharging.tools.simulate.script.Word;
import network.opencharging.tools.yaml.Fields;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can happen to a simulated plug. */
public final class PlugWords {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PlugWords() {}

    /**
     * A reader of these words.
     *
     * @param tells what is asked for, in sentences
     */
    public static ScriptReader<SimulatedPlug> reader(Consumer<String> tells) {
        return new ScriptReader<>(
                "plug", Stream.of(happens(), told(tells)).flatMap(List::stream).toList());
    }

    private static List<Word<SimulatedPlug>> happens() {
        return List.of(
                plain("button", "somebody presses its button", SimulatedPlug::button),
                word(
                        "draw",
                        "curve",
                        "draw: 20m:2000 5m:300",
                        "what hangs at it takes, in W, whenever it is on",
                        PlugWords::draw),
                plain(
                        "offline",
                        "its radio is out of reach, without a farewell",
                        SimulatedPlug::goOffline),
                plain("online", "its radio is in reach again", SimulatedPlug::goOnline),
                word(
                        "power-loss",
                        "for",
                        "power-loss: 10s",
                        "the mains fail for so long; it is off afterwards",
                        PlugWords::lose),
                plain("reset", "its counter begins anew", SimulatedPlug::resetCounter),
                word(
                        "lie",
                        "how",
                        "lie: off",
                        "from now on: off (says so while it is on), counter (it stands),"
                                + " stuck (never off), timer (never ends by itself), none",
                        PlugWords::lie));
    }

    private static List<Word<SimulatedPlug>> told(Consumer<String> tells) {
        return List.of(
                plain("garbage", "says nonsense", SimulatedPlug::garble),
                plain("status", "tells how it is", plug -> tells.accept(status(plug))),
                word("wait", "for", "wait: 10s", "so much time passes", PlugWords::pause),
                word(
                        "await",
                        "is",
                        "await: {is: on, within: 30s}",
                        "until it is on or off, or fails",
                        PlugWords::await),
                word("quit", "", "quit", "ends", _ -> _ -> new Act.Result.Quit()));
    }

    private static Word<SimulatedPlug> plain(
            String name, String meaning, Act.Deed<SimulatedPlug> deed) {
        return word(name, "", name, meaning, _ -> Act.of(deed));
    }

    private static Word<SimulatedPlug> word(
            String name,
            String first,
            String form,
            String meaning,
            Function<Fields, Act<SimulatedPlug>> act) {
        return new Word<>(name, first, form, meaning, act);
    }

    private static Act<SimulatedPlug> draw(Fields fields) {
        Curve curve =
                fields.meaning("curve", "watts, or spans with watts: 20m:2000 300", Curve::parse)
                        .orElseGet(() -> Curve.steady(0));
        return Act.of(plug -> plug.draw(curve));
    }

    private static Act<SimulatedPlug> lose(Fields fields) {
        Duration time = fields.span("for").orElse(Duration.ofSeconds(10));
        return Act.of(plug -> {
            plug.losePower();
            plug.pause(time);
            plug.restorePower();
        });
    }

    private static Act<SimulatedPlug> lie(Fields fields) {
        Map<String, Lie> lies = new LinkedHashMap<>();
        Arrays.stream(Lie.values())
                .forEach(lie -> lies.put(lie.name().toLowerCase(Locale.ROOT), lie));
        if (fields.value("how").isEmpty()) {
            fields.needed("how");
        }
        Lie lie = fields.choice("how", lies).orElse(Lie.NONE);
        return Act.of(plug -> plug.lie(lie));
    }

    private static Act<SimulatedPlug> pause(Fields fields) {
        Duration time = fields.span("for").orElse(Duration.ofSeconds(1));
        return Act.of(plug -> plug.pause(time));
    }

    private static Act<SimulatedPlug> await(Fields fields) {
        Map<String, Predicate<PlugLook>> wishes = new LinkedHashMap<>();
        wishes.put("on", PlugLook::on);
        wishes.put("off", look -> !look.on());
        wishes.put("online", PlugLook::online);
        if (fields.value("is").isEmpty()) {
            fields.needed("is");
        }
        Predicate<PlugLook> wish = fields.choice("is", wishes).orElse(_ -> true);
        Duration patience = fields.span("within").orElse(PATIENCE);
        return plug ->
                plug.await(wish, patience)
                        ? new Act.Result.Done()
                        : new Act.Result.Failed(
                                "did not come within %d s: %s"
                                        .formatted(patience.toSeconds(), status(plug)));
    }

    /** How it is, in a line. */
    public static String status(SimulatedPlug plug) {
        PlugLook look = plug.look();
        return "%s, %s%s, %d W, %s Wh"
                .formatted(
                        look.online() ? "online" : "offline",
                        look.on() ? "on" : "off",
                        look.left().map(left -> " for " + left.toSeconds() + " s").orElse(""),
                        look.watts(),
                        look.wattHours());
    }
}

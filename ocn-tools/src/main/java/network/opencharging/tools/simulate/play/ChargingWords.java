package network.opencharging.tools.simulate.play;

import static network.opencharging.tools.simulate.play.StationWords.evse;

import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.script.Act;
import network.opencharging.tools.simulate.script.Word;
import network.opencharging.tools.simulate.station.SimulatedStation;
import network.opencharging.tools.simulate.station.Token;
import network.opencharging.tools.yaml.Fields;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What people, vehicles and cables do to a station. */
final class ChargingWords {
    private static final Duration BLACKOUT = Duration.ofSeconds(30);

    /** The words of 1.6 §7.6. */
    private static final List<String> FAULTS =
            List.of(
                    "ConnectorLockFailure",
                    "EVCommunicationError",
                    "GroundFailure",
                    "HighTemperature",
                    "InternalError",
                    "OtherError",
                    "OverCurrentFailure",
                    "OverVoltage",
                    "PowerMeterFailure",
                    "PowerSwitchFailure",
                    "ReaderFailure",
                    "UnderVoltage",
                    "WeakSignal");

    private ChargingWords() {}

    static List<Word<SimulatedStation>> all() {
        return Stream.of(people(), things()).flatMap(List::stream).toList();
    }

    private static List<Word<SimulatedStation>> people() {
        return List.of(
                new Word<>(
                        "plug-in",
                        "evse",
                        "plug-in: 1",
                        "a vehicle is plugged in",
                        fields -> {
                            int evse = evse(fields);
                            return Act.of(station -> station.plugIn(evse));
                        }),
                new Word<>(
                        "unplug",
                        "evse",
                        "unplug: 1",
                        "the vehicle leaves",
                        fields -> {
                            int evse = evse(fields);
                            return Act.of(station -> station.unplug(evse));
                        }),
                new Word<>(
                        "swipe",
                        "token",
                        "swipe: {evse: 1, token: 04AA}",
                        "somebody shows a card: it begins, or ends",
                        ChargingWords::swipe));
    }

    private static List<Word<SimulatedStation>> things() {
        return List.of(
                new Word<>(
                        "draw",
                        "curve",
                        "draw: 20m:11000 5m:3000",
                        "what the vehicle takes, in W; nothing after the last",
                        ChargingWords::draw),
                new Word<>(
                        "fault",
                        "code",
                        "fault: GroundFailure",
                        "an EVSE is out of order, in a word of 1.6",
                        ChargingWords::fault),
                new Word<>(
                        "repair",
                        "evse",
                        "repair: 1",
                        "it is in order again",
                        fields -> {
                            int evse = evse(fields);
                            return Act.of(station -> station.fault(evse, Optional.empty()));
                        }),
                new Word<>(
                        "power-loss",
                        "for",
                        "power-loss: 30s",
                        "the mains fail for so long; what went on is ended afterwards",
                        ChargingWords::losePower));
    }

    private static Act<SimulatedStation> swipe(Fields fields) {
        int evse = evse(fields);
        Optional<Token> token = fields.text("token").map(Token::card);
        return Act.of(station -> station.swipe(evse, token));
    }

    private static Act<SimulatedStation> draw(Fields fields) {
        int evse = evse(fields);
        Curve curve =
                fields.meaning("curve", "watts, or spans with watts: 20m:11000 600", Curve::parse)
                        .orElseGet(() -> Curve.steady(11_000));
        return Act.of(station -> station.draw(evse, curve));
    }

    private static Act<SimulatedStation> fault(Fields fields) {
        int evse = evse(fields);
        Map<String, String> words = new LinkedHashMap<>();
        FAULTS.forEach(word -> words.put(word, word));
        Optional<String> code = fields.choice("code", words).or(() -> Optional.of("InternalError"));
        return Act.of(station -> station.fault(evse, code));
    }

    private static Act<SimulatedStation> losePower(Fields fields) {
        Duration time = fields.span("for").orElse(BLACKOUT);
        return Act.of(station -> station.losePower(time));
    }
}

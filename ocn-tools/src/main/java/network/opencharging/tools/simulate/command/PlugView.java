package network.opencharging.tools.simulate.command;

import network.opencharging.tools.live.Cell;
import network.opencharging.tools.live.Picture;
import network.opencharging.tools.simulate.plug.PlugLook;
import network.opencharging.tools.simulate.plug.SimulatedPlug;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A plug on the screen of a terminal, with a key for each thing that may happen to it. */
final class PlugView implements Picture {
    private final SimulatedPlug plug;
    private final String name;
    private final News news = new News();

    PlugView(SimulatedPlug plug, String name) {
        this.plug = plug;
        this.name = name;
    }

    /** Something happened. */
    void tell(String sentence) {
        news.add(sentence);
    }

    @Override
    public List<String> head() {
        return List.of(name, "");
    }

    @Override
    public List<String> foot() {
        return news.lines();
    }

    @Override
    public List<String> columns() {
        return List.of("RADIO", "RELAY", "ENDS IN", "W", "WH");
    }

    @Override
    public List<List<Cell>> rows(int most) {
        PlugLook look = plug.look();
        return List.of(
                List.of(
                        Cell.judged(look.online(), look.online() ? "online" : "offline"),
                        Cell.of(look.on() ? "on" : "off"),
                        Cell.of(look.left().map(left -> left.toSeconds() + " s").orElse("")),
                        Cell.of(Long.toString(look.watts())),
                        Cell.of(look.wattHours())));
    }

    @Override
    public SequencedMap<Character, String> keys() {
        SequencedMap<Character, String> keys = new LinkedHashMap<>();
        keys.put('b', "button");
        keys.put('o', "offline/online");
        keys.put('x', "power loss");
        keys.put('r', "reset counter");
        keys.put('g', "garbage");
        return keys;
    }

    @Override
    public void pressed(char key) {
        tell("pressed: " + keys().getOrDefault(key, ""));
        try {
            switch (key) {
                case 'b' -> plug.button();
                case 'x' -> {
                    plug.losePower();
                    plug.pause(Duration.ofMillis(500));
                    plug.restorePower();
                }
                case 'r' -> plug.resetCounter();
                case 'g' -> plug.garble();
                default -> turnRadio();
            }
        } catch (IOException e) {
            tell(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turnRadio() throws IOException {
        if (plug.look().online()) {
            plug.goOffline();
        } else {
            plug.goOnline();
        }
    }
}

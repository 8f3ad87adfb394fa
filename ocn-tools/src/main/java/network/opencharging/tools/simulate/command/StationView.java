package network.opencharging.tools.simulate.command;

import network.opencharging.tools.live.Cell;
import network.opencharging.tools.live.Picture;
import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.station.EvseState;
import network.opencharging.tools.simulate.station.Habit;
import network.opencharging.tools.simulate.station.Look;
import network.opencharging.tools.simulate.station.SimulatedStation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A station on the screen of a terminal, with a key for each thing that may happen to it. */
final class StationView implements Picture {
    private final SimulatedStation station;
    private final String name;
    private final News news = new News();
    private int chosen = 1;

    StationView(SimulatedStation station, String name) {
        this.station = station;
        this.name = name;
    }

    /** Something happened. */
    void tell(String sentence) {
        news.add(sentence);
    }

    private Look look() {
        try {
            return station.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Look(false, false, 0, List.of(), List.of());
        }
    }

    @Override
    public List<String> head() {
        Look look = look();
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s  %s%s%s%s"
                        .formatted(
                                name,
                                look.online() ? "online" : "offline",
                                look.accepted() ? ", accepted" : "",
                                look.waiting() == 0
                                        ? ""
                                        : ", %d still to be told".formatted(look.waiting()),
                                look.habits().isEmpty()
                                        ? ""
                                        : ", does wrong: " + String.join(", ", look.habits())));
        lines.add("");
        return lines;
    }

    @Override
    public List<String> foot() {
        return news.lines();
    }

    @Override
    public List<String> columns() {
        return List.of("EVSE", "STATE", "CABLE", "W", "WH", "TOKEN", "TRANSACTION");
    }

    @Override
    public List<List<Cell>> rows(int most) {
        List<Look.One> all = look().evses();
        // The chosen one is always among those that fit.
        int first = Math.max(0, Math.min(chosen - most, all.size() - most));
        return all.stream().skip(first).limit(most).map(this::row).toList();
    }

    private List<Cell> row(Look.One one) {
        boolean bad = one.state() == EvseState.FAULTED || one.state() == EvseState.UNAVAILABLE;
        return List.of(
                Cell.of((one.id() == chosen ? "> " : "  ") + one.id()),
                Cell.judged(!bad, one.state().word()),
                Cell.of(one.plugged() ? "in" : ""),
                Cell.of(Long.toString(one.watts())),
                Cell.of(one.wattHours().toPlainString()),
                Cell.of(one.token().orElse("")),
                Cell.dim(one.transaction().orElse("")));
    }

    @Override
    public SequencedMap<Character, String> keys() {
        SequencedMap<Character, String> keys = new LinkedHashMap<>();
        keys.put('e', "next EVSE");
        keys.put('i', "plug in");
        keys.put('u', "unplug");
        keys.put('s', "swipe");
        keys.put('l', "less");
        keys.put('m', "more");
        keys.put('f', "fault");
        keys.put('o', "offline/online");
        keys.put('x', "power loss");
        keys.put('d', "duplicates");
        return keys;
    }

    @Override
    public void pressed(char key) {
        try {
            does(key, station.look());
        } catch (IllegalArgumentException e) {
            tell(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void does(char key, Look look) throws InterruptedException {
        Look.One evse = look.evses().get(chosen - 1);
        switch (key) {
            case 'e' -> chosen = chosen % look.evses().size() + 1;
            case 'i' -> station.plugIn(chosen);
            case 'u' -> station.unplug(chosen);
            case 's' -> station.swipe(chosen, Optional.empty());
            case 'l' -> station.draw(chosen, Curve.steady(evse.watts() / 2));
            case 'm' -> station.draw(chosen, Curve.steady(Math.max(1_000, evse.watts() * 2)));
            case 'f' ->
                    station.fault(
                            chosen,
                            evse.state() == EvseState.FAULTED
                                    ? Optional.empty()
                                    : Optional.of("InternalError"));
            case 'o' -> {
                if (look.online()) {
                    station.goOffline();
                } else {
                    station.goOnline();
                }
            }
            case 'x' -> station.losePower(Duration.ofSeconds(10));
            default ->
                    station.behave(
                            Habit.DUPLICATES, !look.habits().contains(Habit.DUPLICATES.word()));
        }
    }
}

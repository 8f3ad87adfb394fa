package network.opencharging.tools.simulate.station;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that can be read and set at a station. */
public final class Knobs {
    private final List<Knob> all;
    private final Map<String, String> values = new HashMap<>();

    /** With their values at the beginning. */
    public Knobs(List<Knob> all) {
        this.all = new ArrayList<>(all);
        all.forEach(knob -> values.put(knob.name(), knob.initial()));
    }

    /** What became of a wish. */
    public enum Setting {
        DONE,
        UNKNOWN,
        READ_ONLY,
        /** No value that it may have. */
        UNFIT
    }

    /** All of them, in their order. */
    public List<Knob> all() {
        return List.copyOf(all);
    }

    /** One, however its name is written. */
    public Optional<Knob> find(String name) {
        return all.stream().filter(knob -> knob.name().equalsIgnoreCase(name)).findFirst();
    }

    /** What it is set to. */
    public String value(Knob knob) {
        return values.getOrDefault(knob.name(), "");
    }

    /** Sets one. */
    public Setting set(String name, String value) {
        Optional<Knob> knob = find(name);
        if (knob.isEmpty()) {
            return Setting.UNKNOWN;
        }
        if (!knob.get().writable()) {
            return Setting.READ_ONLY;
        }
        if (!knob.get().form().fits(value)) {
            return Setting.UNFIT;
        }
        values.put(knob.get().name(), value);
        return Setting.DONE;
    }

    int number(Knob.Meaning meaning) {
        return of(meaning).map(Integer::parseInt).orElse(0);
    }

    boolean truth(Knob.Meaning meaning) {
        return of(meaning).map(Boolean::parseBoolean).orElse(false);
    }

    void set(Knob.Meaning meaning, String value) {
        all.stream()
                .filter(knob -> knob.meaning().filter(meaning::equals).isPresent())
                .findFirst()
                .ifPresent(knob -> values.put(knob.name(), value));
    }

    private Optional<String> of(Knob.Meaning meaning) {
        return all.stream()
                .filter(knob -> knob.meaning().filter(meaning::equals).isPresent())
                .findFirst()
                .map(this::value);
    }
}

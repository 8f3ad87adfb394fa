package network.opencharging.bridge.tariff;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A period that grows as long as the same components apply. */
final class OpenPeriod {
    final Activity activity;
    final long from;
    final @Nullable Choice energyChoice;
    final @Nullable Choice timeChoice;
    final List<OpenLine> lines = new ArrayList<>(3);
    private @Nullable OpenLine energyLine;
    private @Nullable OpenLine timeLine;
    long until;
    long energy;

    OpenPeriod(
            Activity activity,
            long from,
            @Nullable Choice energyChoice,
            @Nullable Choice timeChoice) {
        this.activity = activity;
        this.from = from;
        this.until = from;
        this.energyChoice = energyChoice;
        this.timeChoice = timeChoice;
    }

    /** Whether a following stretch with these components is just more of the same. */
    boolean continues(@Nullable Choice energy, @Nullable Choice time) {
        return Objects.equals(energyChoice, energy) && Objects.equals(timeChoice, time);
    }

    void fee(Choice flat) {
        lines.add(new OpenLine(flat, 1));
    }

    void grow(long newUntil, long wattHours) {
        energyLine = grow(energyLine, energyChoice, wattHours);
        timeLine = grow(timeLine, timeChoice, newUntil - until);
        until = newUntil;
        energy += wattHours;
    }

    private @Nullable OpenLine grow(@Nullable OpenLine line, @Nullable Choice choice, long volume) {
        if (choice == null || volume == 0) {
            return line;
        }
        if (line != null) {
            line.volume += volume;
            return line;
        }
        OpenLine fresh = new OpenLine(choice, volume);
        lines.add(fresh);
        return fresh;
    }
}

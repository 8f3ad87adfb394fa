package network.opencharging.bridge.operate;

import java.util.List;
import java.util.stream.Collectors;

/** Looks at everything that a bridge needs to work, and knows the cure of what is wrong. */
public final class Doctor {
    private final List<Examination> examinations;

    /** One look. */
    public interface Examination {
        /** Looks now; may ask over the network. */
        Examined look();
    }

    /** A doctor who looks at these, in this order. */
    public Doctor(List<Examination> examinations) {
        this.examinations = List.copyOf(examinations);
    }

    /** Looks at everything. */
    public List<Examined> look() {
        return examinations.stream().map(Examination::look).toList();
    }

    /** A table for a person. */
    public static String table(List<Examined> all) {
        int widest = all.stream().mapToInt(one -> one.name().length()).max().orElse(0);
        return all.stream().map(one -> line(one, widest)).collect(Collectors.joining("\n"));
    }

    private static String line(Examined one, int widest) {
        String mark =
                switch (one.state()) {
                    case GOOD -> "ok";
                    case DOUBTFUL -> "? ";
                    case BAD -> "!!";
                };
        String cure = one.cure().isEmpty() ? "" : "\n" + " ".repeat(widest + 8) + "→ " + one.cure();
        return "  %s  %s  %s%s"
                .formatted(
                        mark,
                        one.name() + " ".repeat(widest - one.name().length()),
                        one.found(),
                        cure);
    }
}

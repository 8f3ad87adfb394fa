package network.opencharging.tools.simulate.station;

import java.util.Locale;

/** What a station may do wrong, as long as it is told to. */
public enum Habit {
    /** Everything that is said of transactions is said twice. */
    DUPLICATES("everything that is said of transactions is said twice"),
    /** The second time with the same message id. */
    SAME_IDS("what is said twice bears the same message id"),
    /** It answers no call. */
    SILENT("it answers no call"),
    /** It answers every call with an error. */
    ERRORS("it answers every call with InternalError"),
    /** It answers every call with nonsense. */
    NONSENSE("it answers every call with a payload that no schema allows"),
    /** It does not wait for answers to its calls. */
    HASTY("it does not wait for answers before it makes its next call"),
    /** Its counters stand. */
    STANDING_METER("its meters stand while energy flows");

    private final String meaning;

    Habit(String meaning) {
        this.meaning = meaning;
    }

    /** For people. */
    public String meaning() {
        return meaning;
    }

    /** As people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

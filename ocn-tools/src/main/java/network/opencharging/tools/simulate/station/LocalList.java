package network.opencharging.tools.simulate.station;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who may charge, as the central system has left it with the station. */
public final class LocalList {
    private final Map<String, Verdict> entries = new HashMap<>();
    private int version;

    /** 0 before there is one. */
    public int version() {
        return version;
    }

    /**
     * Takes a list, or changes of one.
     *
     * @param whole it replaces what was there
     * @param changes by token; empty: it is no more on the list
     */
    public void take(int newVersion, boolean whole, Map<String, Optional<Verdict>> changes) {
        if (whole) {
            entries.clear();
        }
        changes.forEach((token, verdict) -> {
            String key = token.toLowerCase(Locale.ROOT);
            verdict.ifPresentOrElse(known -> entries.put(key, known), () -> entries.remove(key));
        });
        version = newVersion;
    }

    /** What it says of a token. */
    public Optional<Verdict> of(Token token) {
        return Optional.ofNullable(entries.get(token.text().toLowerCase(Locale.ROOT)));
    }

    /** How many tokens are on it. */
    public int size() {
        return entries.size();
    }
}

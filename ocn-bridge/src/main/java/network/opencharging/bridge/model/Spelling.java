package network.opencharging.bridge.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of the known names was perhaps meant by one that is not known. */
public final class Spelling {
    private static final int LONGEST = 100;
    private static final int SLIPS = 2;
    private static final int LETTERS_FOR_A_SLIP = 3;
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]");

    private Spelling() {}

    /** A known name that differs by so many letters. */
    private record Near(String known, int apart) {}

    /**
     * The known name that is nearly this one: other capitals or dashes, or at most two letters that
     * are wrong, missing or too many, and no more than a third of all.
     */
    public static Optional<String> meant(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String said = plain(name);
        return known.stream()
                .flatMap(other -> near(said, other).stream())
                .min(
                        Comparator.comparingInt(Near::apart)
                                .thenComparing(Near::known, Comparator.naturalOrder()))
                .map(Near::known);
    }

    private static Optional<Near> near(String said, String known) {
        String other = plain(known);
        if (Math.abs(said.length() - other.length()) > SLIPS) {
            return Optional.empty();
        }
        int apart = distance(said, other);
        boolean slip =
                apart <= SLIPS
                        && apart * LETTERS_FOR_A_SLIP <= Math.min(said.length(), other.length());
        return slip ? Optional.of(new Near(known, apart)) : Optional.empty();
    }

    private static String plain(String name) {
        return SEPARATORS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** How many letters are to be put in, taken out or changed (Levenshtein). */
    public static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + changed);
            }
            before = row;
        }
        return before[other.length()];
    }
}

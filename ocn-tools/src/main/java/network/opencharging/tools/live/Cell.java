package network.opencharging.tools.live;

/**
 * A field of a table.
 *
 * @param text what stands there, on one line
 * @param tone how it looks
 */
public record Cell(String text, Tone tone) {
    /** How a cell looks. */
    public enum Tone {
        /** As text looks. */
        PLAIN,
        /** Something is as it should be. */
        GOOD,
        /** Something is not. */
        BAD,
        /** Something that matters less. */
        DIM
    }

    /** A cell as text looks. */
    public static Cell of(String text) {
        return new Cell(text, Tone.PLAIN);
    }

    /** A cell of something that matters less. */
    public static Cell dim(String text) {
        return new Cell(text, Tone.DIM);
    }

    /** A cell that tells whether something is as it should be. */
    public static Cell judged(boolean good, String text) {
        return new Cell(text, good ? Tone.GOOD : Tone.BAD);
    }
}

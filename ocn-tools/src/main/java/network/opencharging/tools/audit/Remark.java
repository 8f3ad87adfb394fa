package network.opencharging.tools.audit;

/**
 * Something that was compared.
 *
 * @param path of the field in the CDR
 * @param verdict what came out
 * @param sentence for people
 */
record Remark(String path, Verdict verdict, String sentence) {
    /** What came out of a comparison. */
    enum Verdict {
        /** Both say the same. */
        SAME,
        /** It cannot be told, or differs by less than a cent. */
        NOTE,
        /** They differ. */
        DIFFERS
    }

    static Remark same(String path, String sentence) {
        return new Remark(path, Verdict.SAME, sentence);
    }

    static Remark note(String path, String sentence) {
        return new Remark(path, Verdict.NOTE, sentence);
    }

    static Remark differs(String path, String sentence) {
        return new Remark(path, Verdict.DIFFERS, sentence);
    }
}

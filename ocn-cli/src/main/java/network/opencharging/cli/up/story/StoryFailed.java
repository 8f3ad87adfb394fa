package network.opencharging.cli.up.story;

/** A step of the story did not come out as it must. */
public final class StoryFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /**
     * Names the step and what was wrong.
     *
     * @param step its number and name
     * @param reason what was seen, in words
     */
    StoryFailed(String step, String reason) {
        super(reason);
        this.sentence = "step " + step + " failed: " + reason;
    }

    /** Step and reason in one sentence. */
    public String reason() {
        return sentence;
    }
}

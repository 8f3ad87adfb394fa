package network.opencharging.node.message;

import java.time.Duration;

/**
 * One step of a message's way, and what it found. Says who and where, never what was said.
 *
 * @param name which
 * @param at when it ended, counted from receiving
 * @param passed whether the message went on from here
 * @param found for people: who, whom, where, which verdict
 */
public record Step(Name name, Duration at, boolean passed, String found) {
    /** Longer findings are cut. */
    private static final int MOST = 200;

    /** One line, cut where it is too long. */
    public Step {
        String line =
                found.chars().anyMatch(Character::isISOControl)
                        ? found.replaceAll("\\p{Cntrl}", " ")
                        : found;
        found = line.length() > MOST ? line.substring(0, MOST) : line;
    }

    /** The steps in their order. */
    public enum Name {
        /** Who sends? */
        AUTHENTICATE,
        /** For whom is it? */
        ADDRESS,
        /** Is it whole, and signed by whom it must be? */
        VERIFY,
        /** Does the receiver take it? */
        PERMIT,
        /** Where is the receiver? */
        RESOLVE,
        /** Links and signature for the next hop. */
        REWRITE,
        /** The call to the next hop. */
        SEND,
        /** Is the answer whole, and signed by whom it must be? */
        VERIFY_ANSWER,
        /** Links and signature for the sender. */
        RESTORE;

        /** The step behind this one; the last stays. */
        public Name next() {
            return switch (this) {
                case AUTHENTICATE -> ADDRESS;
                case ADDRESS -> VERIFY;
                case VERIFY -> PERMIT;
                case PERMIT -> RESOLVE;
                case RESOLVE -> REWRITE;
                case REWRITE -> SEND;
                case SEND -> VERIFY_ANSWER;
                case VERIFY_ANSWER, RESTORE -> RESTORE;
            };
        }
    }
}

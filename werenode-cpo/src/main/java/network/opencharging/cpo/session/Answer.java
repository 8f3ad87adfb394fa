package network.opencharging.cpo.session;

/**
 * What the device said to an order.
 *
 * @param word its meaning
 * @param why in its own words; empty: none
 */
public record Answer(Word word, String why) {

    /** What an answer means. */
    public enum Word {
        /** It will do so. */
        DONE,
        /** It will not. */
        DECLINED,
        /** It cannot. */
        NOT_SUPPORTED,
        /** It was not connected. */
        UNREACHABLE,
        /** Nobody knows whether it does. */
        UNANSWERED
    }
}

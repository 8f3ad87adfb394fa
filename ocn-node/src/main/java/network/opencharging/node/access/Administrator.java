package network.opencharging.node.access;

/**
 * Somebody who has shown that he may administer this node.
 *
 * @param name under which his deeds are written down
 * @param way how he showed it
 */
public record Administrator(String name, Way way) {
    /** How somebody shows who he is. */
    public enum Way {
        /** With a key in the Authorization header: programs. */
        KEY,
        /** With the cookie of a session: a browser. */
        SESSION
    }
}

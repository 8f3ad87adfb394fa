package network.opencharging.protocol.route;

/**
 * One row of the table: a way of asking, and what somebody who passes it on must know about it.
 *
 * @param module the module
 * @param role the side that is addressed
 * @param method the HTTP method
 * @param path the form of the path behind the endpoint
 * @param traits what is special about it
 */
public record Route(
        ModuleId module, InterfaceRole role, HttpMethod method, PathPattern path, Traits traits) {

    /**
     * What is special about a way of asking.
     *
     * @param answer what the answer carries
     * @param callback where a URL stands that must be replaced
     * @param recipient what tells the receiver when the headers do not
     * @param given which kind of id, once given out by the node itself, ends the path
     */
    public record Traits(Answer answer, Callback callback, RecipientKey recipient, Given given) {
        static Traits of(Answer answer) {
            return new Traits(answer, Callback.NONE, RecipientKey.NONE, Given.NOTHING);
        }

        Traits calledBack(Callback other) {
            return new Traits(answer, other, recipient, given);
        }

        Traits foundBy(RecipientKey other) {
            return new Traits(answer, callback, other, given);
        }

        Traits given(Given other) {
            return new Traits(answer, callback, RecipientKey.GIVEN_ID, other);
        }
    }

    /** What a node gave out an id for, in place of a URL that its own parties cannot call. */
    public enum Given {
        /** Nothing: the path is the parties' own. */
        NOTHING,
        /** The next page of a list ({@code Link}). */
        PAGE,
        /** A CDR that was posted ({@code Location}). */
        LOCATION,
        /** The place where an asynchronous result is awaited ({@code response_url}). */
        CALLBACK
    }

    /** The name of the place in the path that holds the id a node gave out. */
    public static final String GIVEN_ID = "given_id";

    /** What the answer carries. */
    public Answer answer() {
        return traits.answer();
    }

    /** Where a URL stands that must be replaced. */
    public Callback callback() {
        return traits.callback();
    }

    /** What tells the receiver when the headers do not. */
    public RecipientKey recipient() {
        return traits.recipient();
    }

    /** Which kind of id, once given out by the node itself, ends the path. */
    public Given given() {
        return traits.given();
    }

    /** True when the path names the owner of the object: country code and party id. */
    public boolean ownerInPath() {
        return path.namesOwner();
    }
}

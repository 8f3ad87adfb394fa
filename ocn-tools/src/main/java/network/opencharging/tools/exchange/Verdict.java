package network.opencharging.tools.exchange;

import java.util.List;

/** What the receiving end found about the signature of a message. */
public sealed interface Verdict {

    /**
     * The signature is valid and the signatory may speak for the party.
     *
     * @param signatory the address of the key that signed
     * @param rewrittenBy the addresses of those who declared a change on the way, first change
     *     first
     */
    record Valid(String signatory, List<String> rewrittenBy) implements Verdict {
        /** Copies the list. */
        public Valid {
            rewrittenBy = List.copyOf(rewrittenBy);
        }
    }

    /**
     * There is a signature and it must not be trusted.
     *
     * @param reason why, in words
     */
    record Refused(String reason) implements Verdict {}

    /** There is no signature. */
    record Unsigned() implements Verdict {}

    /** Nobody looked: the message belongs to a module that is not signed, or never came. */
    record NotChecked() implements Verdict {}
}

package network.opencharging.protocol.signing;

import network.opencharging.protocol.key.Address;

import java.util.Optional;

/** Why an OCN signature is refused. */
public sealed interface Flaw {
    /** One sentence for the person who has to find out; never a secret. */
    String sentence();

    /**
     * The text is no signature.
     *
     * @param why what is wrong
     */
    record Unreadable(String why) implements Flaw {
        @Override
        public String sentence() {
            return "The signature cannot be read: %s.".formatted(why);
        }
    }

    /** The list of signed fields is empty. */
    record NothingSigned() implements Flaw {
        @Override
        public String sentence() {
            return "The signature covers nothing: its list of fields is empty.";
        }
    }

    /**
     * A listed path is not of the only form there is: names in quotes and indexes below headers,
     * params or body.
     *
     * @param path the path
     */
    record StrangePath(String path) implements Flaw {
        @Override
        public String sentence() {
            return "The signature lists %s, which is not a plain path below headers, params or body."
                    .formatted(path);
        }
    }

    /**
     * A path is listed twice.
     *
     * @param path the path
     */
    record ListedTwice(String path) implements Flaw {
        @Override
        public String sentence() {
            return "The signature lists %s twice.".formatted(path);
        }
    }

    /**
     * A listed value is not in the message.
     *
     * @param path its path
     */
    record NotThere(String path) implements Flaw {
        @Override
        public String sentence() {
            return "The signature lists %s, which the message does not have.".formatted(path);
        }
    }

    /**
     * A value of the message is not signed.
     *
     * @param path its path
     */
    record NotCovered(String path) implements Flaw {
        @Override
        public String sentence() {
            return "The message has %s, which the signature does not cover.".formatted(path);
        }
    }

    /**
     * The values were joined in another order than they stand in the message.
     *
     * @param path the first path out of order
     */
    record OutOfOrder(String path) implements Flaw {
        @Override
        public String sentence() {
            return ("The signature lists %s in another place than the message has it: values may"
                            + " have been exchanged.")
                    .formatted(path);
        }
    }

    /**
     * A value does not have the form that OCPI gives it, so that digits may have been moved from
     * one value to the next.
     *
     * @param path its path
     * @param form the form it should have
     */
    record WrongForm(String path, String form) implements Flaw {
        @Override
        public String sentence() {
            return "The value of %s must be %s.".formatted(path, form);
        }
    }

    /**
     * The values are neither those of a request nor those of an answer.
     *
     * @param what what is missing or too much
     */
    record NotAMessage(String what) implements Flaw {
        @Override
        public String sentence() {
            return "The signed values are no OCPI message: %s.".formatted(what);
        }
    }

    /** The values are not those that were signed. */
    record Modified() implements Flaw {
        @Override
        public String sentence() {
            return "The message is not what was signed: its hash is another one.";
        }
    }

    /** The signature proper is not of the one form that signers write. */
    record NotCanonical() implements Flaw {
        @Override
        public String sentence() {
            return "The value of rsv must be 0x, then r, a low s and v (1b or 1c) in 130"
                    + " hexadecimal digits.";
        }
    }

    /**
     * Somebody else signed.
     *
     * @param claimed who is named as signatory
     * @param actual who made the signature, when that can be told
     */
    record ForeignSigner(Address claimed, Optional<Address> actual) implements Flaw {
        @Override
        public String sentence() {
            return "The signature names %s, but was made by %s."
                    .formatted(claimed, actual.map(Address::text).orElse("nobody"));
        }
    }

    /**
     * More changes on the way than anybody makes.
     *
     * @param most how many are checked
     */
    record TooManyRewrites(int most) implements Flaw {
        @Override
        public String sentence() {
            return "The signature tells of more than %d rewrites.".formatted(most);
        }
    }

    /**
     * A value was changed on the way that nobody may change.
     *
     * @param path its path
     */
    record RewriteNotAllowed(String path) implements Flaw {
        @Override
        public String sentence() {
            return "The value of %s was changed on the way, which is not allowed.".formatted(path);
        }
    }

    /**
     * A rewrite gives back something that is not a single signed value.
     *
     * @param path its path
     */
    record RewriteOfNothing(String path) implements Flaw {
        @Override
        public String sentence() {
            return "A rewrite gives back %s, which is not a signed value of the message."
                    .formatted(path);
        }
    }

    /**
     * A signature of before a change is itself not good.
     *
     * @param index its place in the list, 0 is the oldest
     * @param flaw why
     */
    record InRewrite(int index, Flaw flaw) implements Flaw {
        @Override
        public String sentence() {
            return "Before rewrite %d: %s".formatted(index, flaw.sentence());
        }
    }
}

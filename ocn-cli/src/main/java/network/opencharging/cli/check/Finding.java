package network.opencharging.cli.check;

import network.opencharging.cli.output.Entry;

/**
 * What was looked at, how it is, and what to do when it is not as it should be.
 *
 * @param what was looked at
 * @param good whether it is as it should be
 * @param detail how it is
 * @param cure what to do; empty when nothing
 */
public record Finding(String what, boolean good, String detail, String cure) {
    /** It is as it should be. */
    public static Finding good(String what, String detail) {
        return new Finding(what, true, detail, "");
    }

    /** It is not. */
    public static Finding bad(String what, String detail, String cure) {
        return new Finding(what, false, detail, cure);
    }

    /** To be shown. */
    public Entry entry() {
        return Entry.empty()
                .with("check", what)
                .with("result", good ? "ok" : "bad")
                .with("detail", detail)
                .with("cure", cure);
    }
}

package network.opencharging.cpo.ocpp.held;

import network.opencharging.cpo.ocpp.message.Fields;
import network.opencharging.cpo.ocpp.station.CallOutcome;

/**
 * What a station made of what it was sent.
 *
 * @param said its own word, or why there is none
 */
record Verdict(Kind kind, String said) {

    enum Kind {
        ACCEPTED,
        REFUSED,
        /** It does not hold it, whatever it was sent: it never came there. */
        UNSENT,
        UNKNOWN
    }

    static Verdict of(CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Answered answered -> {
                String word = Fields.text(answered.payload(), "status", "");
                yield new Verdict(word.equals("Accepted") ? Kind.ACCEPTED : Kind.REFUSED, word);
            }
            case CallOutcome.Failed failed -> new Verdict(Kind.REFUSED, failed.code());
            case CallOutcome.Unsent unsent -> new Verdict(Kind.UNSENT, unsent.why());
            case CallOutcome.Unanswered unanswered -> new Verdict(Kind.UNKNOWN, unanswered.why());
        };
    }

    boolean is(Kind other) {
        return kind == other;
    }
}

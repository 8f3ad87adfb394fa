package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.ocpp.OcppVersion;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How one version says what a station has to say, and hears what it is wanted to do. */
public interface Dialect {
    /** Which one. */
    OcppVersion version();

    /** What can be read and set at a station that speaks it. */
    List<Knob> knobs();

    /**
     * It starts.
     *
     * @param cause as 2.0.1 names it
     * @param firmware what is installed
     */
    Say boot(Setting setting, String cause, String firmware);

    /** It is still there. */
    Say heartbeat();

    /** How an EVSE is. */
    Say status(Evse evse, Instant at);

    /** How the whole station is, where that is said. */
    Optional<Say> whole(boolean operative, Instant at);

    /** May this one charge? */
    Say authorize(Token token);

    /**
     * What is said of a transaction.
     *
     * @param charge which one
     * @param state how its EVSE is
     * @param sample what the meter shows
     * @param trigger why it is said
     * @param offline nobody could be told when it happened
     */
    record News(Charge charge, EvseState state, Sample sample, Trigger trigger, boolean offline) {}

    /** It begins; the first of them is answered with a verdict on the token. */
    List<Say> begins(News news);

    /** It goes on. */
    Say goesOn(News news);

    /** Another state of charging, where a transaction tells that. */
    Optional<Say> changes(News news);

    /**
     * It ends.
     *
     * @param by who ended it with a token
     */
    Say ends(News news, Reason reason, Optional<Token> by);

    /** What a meter shows while nothing goes on. */
    Say shows(int evse, Sample sample);

    /** A reservation is over because nobody came, where that is said. */
    Optional<Say> expired(int reservation);

    /** What an answer says of the token; accepted when it says nothing. */
    Verdict verdict(ObjectNode answer);

    /** Takes the central system's name for a transaction from the answer to its beginning. */
    void named(Charge charge, ObjectNode answer);

    /** Who hears what a station is wanted to do. */
    Desk desk(Hands hands);

    /** Hears what a station is wanted to do. */
    interface Desk {
        /** Answers; empty when the version has no such action for stations. */
        Optional<Reply> answer(String action, ObjectNode payload);
    }
}

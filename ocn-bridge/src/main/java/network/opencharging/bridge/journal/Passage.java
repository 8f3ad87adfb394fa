package network.opencharging.bridge.journal;

import network.opencharging.bridge.sign.Judgement;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A message and its answer, as this bridge saw them.
 *
 * @param direction who asked
 * @param at when the request was sent or received
 * @param took until the answer was read or written
 * @param subject who asked whom for what
 * @param request what was asked
 * @param ending what came of it
 */
public record Passage(
        Direction direction,
        Instant at,
        Duration took,
        Subject subject,
        Message request,
        Ending ending) {

    /** Who asked. */
    public enum Direction {
        /** An own party asked. */
        SENT,
        /** A partner asked. */
        RECEIVED
    }

    /**
     * Who asked whom for what.
     *
     * @param from who asked; empty when the request does not say so as OCPI wants it
     * @param to who was asked
     * @param correlationId the same on every leg of one exchange; empty when there was none
     * @param module the module
     * @param method the method
     * @param path where, with the parameters
     */
    public record Subject(
            Optional<PartyId> from,
            Optional<PartyId> to,
            String correlationId,
            ModuleId module,
            HttpMethod method,
            String path) {}

    /**
     * One direction of it.
     *
     * @param headers without {@code Authorization}
     * @param body as it was on the wire
     * @param judgement on the signature, by who has read it
     */
    public record Message(Headers headers, Body body, Judgement judgement) {
        /** Takes the token out. */
        public Message {
            headers = headers.without(HeaderNames.AUTHORIZATION);
        }
    }

    /** What came of it. */
    public sealed interface Ending {
        /**
         * There was an answer.
         *
         * @param http the status of HTTP
         * @param message the answer
         */
        record Answered(int http, Message message) implements Ending {}

        /**
         * There was none.
         *
         * @param why what went wrong on the wire
         */
        record Unanswered(String why) implements Ending {}

        /**
         * Turned away at the door; what else was said nobody has read.
         *
         * @param http the status of HTTP that was told
         * @param why in a sentence, without secrets
         */
        record TurnedAway(int http, String why) implements Ending {}
    }

    /** The status of HTTP; 0 when there was no answer. */
    public int http() {
        return switch (ending) {
            case Ending.Answered(int http, Message _) -> http;
            case Ending.TurnedAway(int http, String _) -> http;
            case Ending.Unanswered(String _) -> 0;
        };
    }

    /** The status of OCPI; empty when there was no answer, or none of OCPI. */
    public Optional<OcpiStatus> status() {
        return glance().map(EnvelopeGlance::status);
    }

    /** Whether all went well: an answer of success that is believed. */
    public boolean isGood() {
        return http() / 100 == 2
                && status().filter(OcpiStatus::isSuccess).isPresent()
                && objection().isEmpty();
    }

    /** Why it did not go well, in a sentence; empty when it did. */
    public String trouble() {
        if (isGood()) {
            return "";
        }
        return switch (ending) {
            case Ending.Unanswered(String why) -> why;
            case Ending.TurnedAway(int _, String why) -> why;
            case Ending.Answered answered ->
                    objection()
                            .or(() -> glance().flatMap(EnvelopeGlance::message))
                            .orElseGet(() -> "HTTP %d without a sentence".formatted(answered.http));
        };
    }

    private Optional<String> objection() {
        return request.judgement()
                .objection()
                .or(() ->
                        ending instanceof Ending.Answered(int _, Message message)
                                ? message.judgement().objection()
                                : Optional.empty());
    }

    private Optional<EnvelopeGlance> glance() {
        return ending instanceof Ending.Answered(int _, Message message)
                ? EnvelopeGlance.at(message.body())
                : Optional.empty();
    }
}

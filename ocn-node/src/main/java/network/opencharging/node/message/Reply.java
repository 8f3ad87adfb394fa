package network.opencharging.node.message;

import network.opencharging.protocol.message.Body;

import java.util.Optional;

/**
 * Last stage: what the caller gets.
 *
 * @param status the HTTP status
 * @param headers the parties' headers
 * @param body the body
 * @param vouching what is known of the server's signature; empty where no party has answered
 */
public record Reply(int status, AnswerHeaders headers, Body body, Optional<Vouching> vouching) {
    /** What the node says itself. */
    public Reply(int status, AnswerHeaders headers, Body body) {
        this(status, headers, body, Optional.empty());
    }
}

package network.opencharging.node.message;

import network.opencharging.protocol.message.Body;

/**
 * Last stage: what the caller gets.
 *
 * @param status the HTTP status
 * @param headers the parties' headers
 * @param body the body
 */
public record Reply(int status, AnswerHeaders headers, Body body) {}

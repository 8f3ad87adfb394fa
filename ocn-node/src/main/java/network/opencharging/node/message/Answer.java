package network.opencharging.node.message;

import network.opencharging.protocol.message.Body;

/**
 * Eighth stage: it was sent, and the server answered.
 *
 * @param outbound the stage before
 * @param status the HTTP status
 * @param headers the parties' headers
 * @param body the body
 */
public record Answer(Outbound outbound, int status, AnswerHeaders headers, Body body) {}

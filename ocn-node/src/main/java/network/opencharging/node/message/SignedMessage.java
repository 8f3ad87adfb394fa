package network.opencharging.node.message;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.signing.SignedValues;

import java.util.Optional;

/** What the OCN signature of a message or an answer speaks about. */
public final class SignedMessage {
    private SignedMessage() {}

    /**
     * The values of a request. Headers count in the spelling in which they were sent.
     *
     * @throws IllegalArgumentException when the message has not been checked: its headers are not
     *     complete, or its body is not JSON
     */
    public static SignedValues values(Message message) {
        if (message.routing().read()
                instanceof RoutingHeaders.Reading.Faulty(RoutingHeaders.Fault fault)) {
            throw new IllegalArgumentException(fault.sentence());
        }
        return SignedValues.asSpelled(
                message.ids().correlationId(),
                message.routing().headers(),
                message.target().query().parameters(),
                message.body().isEmpty()
                        ? Optional.empty()
                        : Optional.of(message.body().json().orThrow()));
    }

    /** The values of an answer. */
    public static SignedValues values(AnswerHeaders headers, Json envelope) {
        return SignedValues.ofAnswer(headers.toHeaders(), envelope);
    }
}

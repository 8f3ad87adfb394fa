package network.opencharging.cli.up.story;

import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Exchange.Direction;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.exchange.Verdict;

import java.time.Duration;
import java.util.Optional;

/**
 * One message and its answer, as both ends saw them.
 *
 * @param sent what the sender saw
 * @param heard what the receiver saw
 */
record Passage(Exchange sent, Exchange heard) {

    /**
     * Looks for what the receiver saw of a message that was sent: the correlation id is the same on
     * every leg.
     */
    static Optional<Passage> of(Exchange sent, ExchangeLog receiver, Duration patience)
            throws InterruptedException {
        return receiver.await(
                        exchange ->
                                exchange.direction() == Direction.RECEIVED
                                        && exchange.correlationId().equals(sent.correlationId()),
                        patience)
                .map(heard -> new Passage(sent, heard));
    }

    /** The verdict of the receiver on the request. */
    Verdict onRequest() {
        return heard.request().verdict();
    }

    /** The verdict of the sender on the answer. */
    Verdict onAnswer() {
        return sent.answer().verdict();
    }

    /** HTTP and OCPI status as the sender saw them. */
    String status() {
        return sent.answer().line();
    }

    /** True for any HTTP 2xx with any OCPI 1xxx. */
    boolean isSuccess() {
        return status().matches("2\\d\\d 1\\d\\d\\d");
    }
}

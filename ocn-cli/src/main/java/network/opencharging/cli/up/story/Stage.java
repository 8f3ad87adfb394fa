package network.opencharging.cli.up.story;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Exchange.Direction;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.party.Asked;
import network.opencharging.tools.party.BridgedEmsp;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Where charges are told, as the eMSP sees them.
 *
 * @param emsp whose drivers charge
 * @param toCpo the way of messages from the eMSP to the CPO
 * @param teller tells what happens
 * @param books the CPO's own
 * @param trouble what has broken meanwhile, so that nothing more is to be waited for
 */
public record Stage(
        BridgedEmsp emsp,
        Way toCpo,
        Teller teller,
        Books books,
        Supplier<Optional<String>> trouble) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(500);

    PartyId cpo() {
        return toCpo.to();
    }

    /** Tells of something that the eMSP has asked. */
    void asked(String name, Asked<?> asked, String news) throws StoryFailed {
        teller.awaits(asked.exchange().isPresent(), name, asked.words());
        teller.tell(name, toCpo, asked.exchange().orElseThrow(), news);
    }

    /**
     * Waits for something that the CPO says by itself, and tells of it.
     *
     * @param news what it means, from its body
     */
    Exchange heard(String name, Predicate<Exchange> wanted, Function<JsonNode, String> news)
            throws StoryFailed, InterruptedException {
        Exchange heard =
                awaited(
                        name,
                        exchange ->
                                exchange.direction() == Direction.RECEIVED
                                        && wanted.test(exchange));
        teller.tell(name, toCpo.back(), heard, news.apply(body(heard)));
        return heard;
    }

    private Exchange awaited(String name, Predicate<Exchange> wanted)
            throws StoryFailed, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<Exchange> heard = emsp.party().log().await(wanted, LOOK);
        while (heard.isEmpty()) {
            Optional<String> broken = trouble.get();
            teller.awaits(broken.isEmpty(), name, broken.orElse(""));
            teller.awaits(
                    System.nanoTime() < until,
                    name,
                    "it did not come to %s within %d s"
                            .formatted(toCpo.from(), PATIENCE.toSeconds()));
            heard = emsp.party().log().await(wanted, LOOK);
        }
        return heard.get();
    }

    static JsonNode body(Exchange exchange) {
        return JsonText.parse(exchange.request().body()).orElseGet(JsonText::object);
    }
}

package network.opencharging.registry.listing;

import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.Forecast;

/**
 * What would be sent, before it is.
 *
 * @param words in one sentence
 * @param call to the letter
 * @param forecast what would come of it now, and what it would cost
 */
public record Plan(String words, Call call, Forecast forecast) {}

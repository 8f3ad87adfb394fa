package network.opencharging.node.step.rewrite;

import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/**
 * What one party is asked for a gathered page.
 *
 * @param party who
 * @param token its own next page, in which it stopped; empty for its list from {@code offset} on
 * @param offset how many objects of its list are left out
 * @param limit how many objects there is room for
 */
public record GatheredQuestion(PartyId party, Optional<String> token, int offset, int limit) {}

package network.opencharging.registry.chain.log;

/**
 * A block that was read, by height and name: if the chain gives another name at that height later,
 * its history has changed.
 *
 * @param number height
 * @param hash name
 * @param logged whether the contract logged something between the mark before and this one
 */
public record Mark(long number, String hash, boolean logged) {}

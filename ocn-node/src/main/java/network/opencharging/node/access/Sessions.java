package network.opencharging.node.access;

import java.time.Duration;

/**
 * What sessions there are.
 *
 * @param lasts how long one lasts
 * @param vouched whether a provider of identities may vouch for people
 */
public record Sessions(Duration lasts, boolean vouched) {}

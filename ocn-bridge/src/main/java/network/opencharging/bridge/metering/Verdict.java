package network.opencharging.bridge.metering;

/**
 * What the check of a signed document found, and why.
 *
 * @param finding what
 * @param why for people
 */
public record Verdict(Finding finding, String why) {}

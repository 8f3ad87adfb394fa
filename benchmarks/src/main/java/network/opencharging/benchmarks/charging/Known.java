package network.opencharging.benchmarks.charging;

/**
 * How soon the eMSP knew.
 *
 * @param what it is about
 * @param times how often something happened of which it learned
 * @param p50 milliseconds from when the station said it until the eMSP had it, at the median
 * @param p99 of 99 of 100
 * @param most the longest
 * @param missing what it did not learn of
 */
public record Known(What what, long times, double p50, double p99, double most, long missing) {}

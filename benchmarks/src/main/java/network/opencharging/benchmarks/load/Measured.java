package network.opencharging.benchmarks.load;

/**
 * What one run gave.
 *
 * @param perSecond answered requests in a second
 * @param p50 median time to the answer, in microseconds
 * @param p99 one in a hundred took longer
 * @param p999 one in a thousand took longer
 * @param failed requests without an answer of HTTP status 2xx or 3xx
 */
public record Measured(double perSecond, long p50, long p99, long p999, long failed) {}

package network.opencharging.benchmarks.load;

/**
 * One run of one case.
 *
 * @param measured what the generator saw
 * @param processor seconds of processor time for 1,000 requests, of everything between generator
 *     and stub
 * @param memory the most memory that has had so far, in MiB
 */
public record Sample(Measured measured, double processor, long memory) {}

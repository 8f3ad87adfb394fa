package network.opencharging.benchmarks.stations;

/** The way to the central system. */
@FunctionalInterface
interface Wire {

    /** Sends one frame. */
    void send(String text);
}

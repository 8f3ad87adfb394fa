package network.opencharging.benchmarks.stations;

/** Hears what becomes of stations and of what they say. */
interface Witness {

    /**
     * A call was answered.
     *
     * @param due in nanoseconds, when it should have been sent
     * @param error what was wrong with the answer; empty when nothing was
     */
    void answered(Station station, Kind kind, long due, String error);

    /** A call was never answered, or never sent. */
    void lost(Kind kind);

    /** A station has connected, said what it must, and was answered. */
    void cameBack();

    /** One that had come back has lost its connection. */
    void wentAway();
}

package network.opencharging.benchmarks.stations;

import java.time.Instant;

/**
 * What is the case at a station at one moment.
 *
 * @param tag whose card it is
 * @param at never the same twice at a station
 * @param register Wh
 * @param transaction its name; empty when there is none
 * @param seq number of the event within the transaction, from 0
 */
record Facts(String tag, Instant at, long register, String transaction, int seq) {

    boolean charges() {
        return !transaction.isEmpty();
    }
}

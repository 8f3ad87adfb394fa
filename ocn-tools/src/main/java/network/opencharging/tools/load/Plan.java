package network.opencharging.tools.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What is offered to whom.
 *
 * @param target scheme, host and port
 * @param letters sent in turn, at least one
 * @param rates requests a second, one step after the other
 * @param step how long each rate is kept
 * @param warmUp how long the first rate is offered before anything is counted
 * @param lines connections, and how long an answer may take
 */
record Plan(
        URI target,
        List<Letter> letters,
        List<Integer> rates,
        Duration step,
        Duration warmUp,
        Lines lines) {
    /** Copies the lists. */
    Plan {
        letters = List.copyOf(letters);
        rates = List.copyOf(rates);
    }

    /**
     * The connections.
     *
     * @param most connections at once, over all threads
     * @param threads that send and receive
     * @param patience how long an answer may take, and how long a request waits for a connection
     */
    record Lines(int most, int threads, Duration patience) {}

    /** How long everything takes. */
    Duration whole() {
        return warmUp.plus(step.multipliedBy(rates.size()));
    }

    /** Requests a second at a moment after the beginning; 0 when it is over. */
    int rateAt(long nanos) {
        long counted = nanos - warmUp.toNanos();
        if (counted < 0) {
            return rates.getFirst();
        }
        long index = counted / step.toNanos();
        return index < rates.size() ? rates.get((int) index) : 0;
    }

    /** How many requests are due until a moment after the beginning. */
    long dueAt(long nanos) {
        long due = part(Math.min(nanos, warmUp.toNanos()), rates.getFirst());
        long left = nanos - warmUp.toNanos();
        for (int rate : rates) {
            if (left <= 0) {
                break;
            }
            due += part(Math.min(left, step.toNanos()), rate);
            left -= step.toNanos();
        }
        return due;
    }

    private static long part(long nanos, int rate) {
        return Math.max(0, Math.round(nanos / 1e9 * rate));
    }

    /** When the request of that number is due, after the beginning; the first one at once. */
    long momentOf(long number) {
        long first = part(warmUp.toNanos(), rates.getFirst());
        if (number < first) {
            return Math.round(number * 1e9 / rates.getFirst());
        }
        long before = first;
        long begins = warmUp.toNanos();
        for (int rate : rates) {
            long within = part(step.toNanos(), rate);
            if (number < before + within) {
                return begins + Math.round((number - before) * 1e9 / rate);
            }
            before += within;
            begins += step.toNanos();
        }
        return begins;
    }
}

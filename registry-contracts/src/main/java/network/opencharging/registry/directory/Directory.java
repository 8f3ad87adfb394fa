package network.opencharging.registry.directory;

/**
 * The registry as a node needs it on a request's path: always answers at once, from memory, with
 * what was last known. Filling and refreshing happen elsewhere.
 */
public interface Directory {

    /** What is known now; empty before the first reading. */
    Snapshot snapshot();

    /** How old that is, and whether its source answers. */
    Freshness freshness();
}

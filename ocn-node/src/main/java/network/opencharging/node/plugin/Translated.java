package network.opencharging.node.plugin;

import network.opencharging.protocol.message.OcpiStatus;

/**
 * What came out of putting something into the words of another version.
 *
 * @param <T> what it is
 */
public sealed interface Translated<T> {
    /**
     * It can be said.
     *
     * @param value in the other words
     */
    record Said<T>(T value) implements Translated<T> {}

    /**
     * It cannot.
     *
     * @param status for the sender
     * @param sentence what cannot be said, and what to do
     */
    record Unsayable<T>(OcpiStatus status, String sentence) implements Translated<T> {}
}

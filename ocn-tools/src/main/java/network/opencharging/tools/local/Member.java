package network.opencharging.tools.local;

import network.opencharging.tools.ocpi.Identity;

/**
 * A party of a local network.
 *
 * @param identity who it is
 * @param key with what it signs
 * @param operator whose node it is connected to
 */
public record Member(Identity identity, LocalKey key, LocalKey operator) {}

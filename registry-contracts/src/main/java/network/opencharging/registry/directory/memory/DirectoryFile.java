package network.opencharging.registry.directory.memory;

import network.opencharging.registry.directory.Snapshot;

import java.time.Instant;

/**
 * What a signed directory file says.
 *
 * @param network the name of the network, for people
 * @param sequence grows by at least one with every issue; a reader never goes back
 * @param issuedAt when the authority signed it
 * @param snapshot the entries
 */
public record DirectoryFile(String network, long sequence, Instant issuedAt, Snapshot snapshot) {}

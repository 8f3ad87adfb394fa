package network.opencharging.registry.directory.onchain;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.log.Mark;
import network.opencharging.registry.directory.Snapshot;

import java.time.Instant;
import java.util.List;

/**
 * What is kept over a restart.
 *
 * @param chainId the chain it was read from
 * @param registry the contract it was read from
 * @param confirmedAt when the chain last confirmed that nothing newer was there
 * @param marks where the log cursor stood, oldest first
 * @param snapshot the entries as of the last mark
 */
record SavedIndex(
        long chainId, Address registry, Instant confirmedAt, List<Mark> marks, Snapshot snapshot) {}

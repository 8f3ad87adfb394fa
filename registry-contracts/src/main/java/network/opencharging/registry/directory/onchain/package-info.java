/**
 * A directory that follows the registry contract: filled by paging once, kept by the contract's
 * log, saved to disk so that a node starts and routes while the chain cannot be reached.
 */
@NullMarked
package network.opencharging.registry.directory.onchain;

import org.jspecify.annotations.NullMarked;

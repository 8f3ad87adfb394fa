/**
 * A directory without a chain: a file that the network's authority signs and everybody reads; also
 * the writer of such files.
 */
@NullMarked
package network.opencharging.registry.directory.memory;

import org.jspecify.annotations.NullMarked;

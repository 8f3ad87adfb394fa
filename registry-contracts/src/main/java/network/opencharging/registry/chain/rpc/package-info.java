/**
 * Asking a node of the chain: JSON-RPC with deadlines, over several endpoints, and never by mistake
 * to another chain.
 */
@NullMarked
package network.opencharging.registry.chain.rpc;

import org.jspecify.annotations.NullMarked;

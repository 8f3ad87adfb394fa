/**
 * The registry contract in Java's words: one typed method per function, its events, its messages to
 * be signed, and its refusals as sentences. Nobody else sees the generated wrappers.
 */
@NullMarked
package network.opencharging.registry.contract;

import org.jspecify.annotations.NullMarked;

/**
 * What everybody asks the registry: who runs party X, at which URL, which parties an operator
 * carries, and how old the answer is. Lookups are in memory and never wait for anything.
 */
@NullMarked
package network.opencharging.registry.directory;

import org.jspecify.annotations.NullMarked;

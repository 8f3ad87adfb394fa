/**
 * A directory from an index that others keep: where a registry is offered only as a subgraph, which
 * is asked in GraphQL.
 */
@NullMarked
package network.opencharging.registry.directory.subgraph;

import org.jspecify.annotations.NullMarked;

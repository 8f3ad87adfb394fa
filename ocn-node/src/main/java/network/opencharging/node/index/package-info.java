/**
 * The registry in the form in which nodes of the second generation read it: as a subgraph, asked in
 * GraphQL. Answered from the directory in memory; never the chain, never the database.
 */
@NullMarked
package network.opencharging.node.index;

import org.jspecify.annotations.NullMarked;

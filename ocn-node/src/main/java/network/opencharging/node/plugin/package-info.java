/**
 * What others may plug into a node (docs/plug-ins.md): modules of their own, observers that parties
 * consent to, and adapters of other versions. Stable: what stands here changes only with a line in
 * the changelog. It knows the JDK and ocn-protocol, nothing of the node.
 */
@NullMarked
package network.opencharging.node.plugin;

import org.jspecify.annotations.NullMarked;

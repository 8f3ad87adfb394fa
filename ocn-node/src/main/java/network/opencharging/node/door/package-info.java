/**
 * The entrances of everything that is passed on; the only place that knows HTTP and OCPI numbers.
 */
@NullMarked
package network.opencharging.node.door;

import org.jspecify.annotations.NullMarked;

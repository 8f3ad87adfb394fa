/** What nodes and parties say to each other. Pure Java: no framework, no I/O. */
@NullMarked
package network.opencharging.protocol;

import org.jspecify.annotations.NullMarked;

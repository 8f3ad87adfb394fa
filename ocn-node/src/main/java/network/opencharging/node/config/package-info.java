/** Properties records and wiring; nobody imports it. */
@NullMarked
package network.opencharging.node.config;

import org.jspecify.annotations.NullMarked;

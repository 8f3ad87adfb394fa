/** Settings and wiring; the edge where time, randomness and files come in. Nobody imports it. */
@NullMarked
package network.opencharging.node.config;

import org.jspecify.annotations.NullMarked;

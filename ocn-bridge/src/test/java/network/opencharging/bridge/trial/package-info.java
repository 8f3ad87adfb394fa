/** Trials of a whole bridge: how fast it is, and whether anything is lost when it is killed. */
@NullMarked
package network.opencharging.bridge.trial;

import org.jspecify.annotations.NullMarked;

/** Does the node work: the test it makes of itself at the start, and health for whoever asks. */
@NullMarked
package network.opencharging.node.operate;

import org.jspecify.annotations.NullMarked;

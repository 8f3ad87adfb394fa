/** Charges that roam, told step by step with the way of each message and its signatures. */
@NullMarked
package network.opencharging.cli.up.story;

import org.jspecify.annotations.NullMarked;

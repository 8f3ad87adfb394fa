/**
 * The picture of a command that goes on: a table in the terminal that is drawn anew as things
 * happen, and keys. Who does not look at a terminal gets lines from the command itself.
 */
@NullMarked
package network.opencharging.tools.live;

import org.jspecify.annotations.NullMarked;

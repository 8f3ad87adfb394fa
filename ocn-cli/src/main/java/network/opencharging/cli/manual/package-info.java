/** The manual, written from the commands themselves: a page, a man page, completion for shells. */
@NullMarked
package network.opencharging.cli.manual;

import org.jspecify.annotations.NullMarked;

/** How a write goes: told in words, sent, awaited, resumed; or signed here for another to send. */
@NullMarked
package network.opencharging.cli.write;

import org.jspecify.annotations.NullMarked;

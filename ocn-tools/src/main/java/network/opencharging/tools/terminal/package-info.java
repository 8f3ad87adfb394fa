/** What a person at a terminal sees: lines, colours, tables, and failures told in one sentence. */
@NullMarked
package network.opencharging.tools.terminal;

import org.jspecify.annotations.NullMarked;

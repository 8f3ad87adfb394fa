/** What an end of the wire has seen: every request with its answer, and the verdict on both. */
@NullMarked
package network.opencharging.tools.exchange;

import org.jspecify.annotations.NullMarked;

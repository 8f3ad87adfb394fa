/** What happens to a simulated device, in words: typed by a person or written in a file. */
@NullMarked
package network.opencharging.tools.simulate.script;

import org.jspecify.annotations.NullMarked;

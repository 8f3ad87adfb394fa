/** What a mock does by a script: its data, faults, answers, and what happens when. */
@NullMarked
package network.opencharging.tools.mock.script;

import org.jspecify.annotations.NullMarked;

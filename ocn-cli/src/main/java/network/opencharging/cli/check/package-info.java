/** Looking whether things are as they should be, with the cure where they are not. */
@NullMarked
package network.opencharging.cli.check;

import org.jspecify.annotations.NullMarked;

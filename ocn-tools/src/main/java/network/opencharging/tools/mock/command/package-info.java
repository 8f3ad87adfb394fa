/** {@code ocn tools mock}: a mock party that runs by itself and shows what passes. */
@NullMarked
package network.opencharging.tools.mock.command;

import org.jspecify.annotations.NullMarked;

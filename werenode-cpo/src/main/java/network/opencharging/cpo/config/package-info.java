/** The process: its settings, and who is given whom. */
@NullMarked
package network.opencharging.cpo.config;

import org.jspecify.annotations.NullMarked;

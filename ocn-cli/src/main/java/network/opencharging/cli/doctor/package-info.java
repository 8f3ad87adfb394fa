/** {@code ocn doctor}: one look at everything that must be right. */
@NullMarked
package network.opencharging.cli.doctor;

import org.jspecify.annotations.NullMarked;

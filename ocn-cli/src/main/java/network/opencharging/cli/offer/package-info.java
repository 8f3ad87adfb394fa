/** {@code ocn service}: services that want copies of what parties send. */
@NullMarked
package network.opencharging.cli.offer;

import org.jspecify.annotations.NullMarked;

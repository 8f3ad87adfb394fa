/**
 * A whole network on this machine, for {@code ocn up} and for tests: a registry on a development
 * chain or in a signed file, and nodes as processes of their own.
 */
@NullMarked
package network.opencharging.tools.local;

import org.jspecify.annotations.NullMarked;

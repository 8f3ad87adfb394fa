/** One way in for every wish to start, stop or reserve: who, where, who pays. */
@NullMarked
package network.opencharging.cpo.start;

import org.jspecify.annotations.NullMarked;

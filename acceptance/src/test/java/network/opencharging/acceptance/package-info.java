/** Tests of the whole: real chain, real node processes, real sockets. */
@NullMarked
package network.opencharging.acceptance;

import org.jspecify.annotations.NullMarked;

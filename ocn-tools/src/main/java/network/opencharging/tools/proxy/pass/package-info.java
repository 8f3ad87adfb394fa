/** HTTP/1.1 passed on byte for byte, and a copy of each exchange for who listens. */
@NullMarked
package network.opencharging.tools.proxy.pass;

import org.jspecify.annotations.NullMarked;

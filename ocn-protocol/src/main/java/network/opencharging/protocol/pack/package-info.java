/** How a signature is squeezed into a header: Brotli, GZIP or plain, and back, within limits. */
@NullMarked
package network.opencharging.protocol.pack;

import org.jspecify.annotations.NullMarked;

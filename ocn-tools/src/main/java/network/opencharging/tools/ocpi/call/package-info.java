/** Requests that a party sends: headers, token, signature, and the answer read and judged. */
@NullMarked
package network.opencharging.tools.ocpi.call;

import org.jspecify.annotations.NullMarked;

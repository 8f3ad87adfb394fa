/** What travels: routing headers, message ids, tokens, the envelope and its status codes. */
@NullMarked
package network.opencharging.protocol.message;

import org.jspecify.annotations.NullMarked;

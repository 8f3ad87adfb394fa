/**
 * HTTP out: deadlines, size limits, no private addresses, no redirects, one bulkhead a host, and
 * never a secret in a message.
 */
@NullMarked
package network.opencharging.node.client;

import org.jspecify.annotations.NullMarked;

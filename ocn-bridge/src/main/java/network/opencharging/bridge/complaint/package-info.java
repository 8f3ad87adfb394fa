/** What somebody has to look at: objects that were held back and requests that broke something. */
@NullMarked
package network.opencharging.bridge.complaint;

import org.jspecify.annotations.NullMarked;

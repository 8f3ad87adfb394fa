/** Takes stored effects to their hands, again until it is done, and gives up loudly. */
@NullMarked
package network.opencharging.cpo.outbox;

import org.jspecify.annotations.NullMarked;

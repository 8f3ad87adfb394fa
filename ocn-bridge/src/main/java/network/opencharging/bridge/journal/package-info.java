/** What has passed between own parties and the hub, as whoever watches is told. */
@NullMarked
package network.opencharging.bridge.journal;

import org.jspecify.annotations.NullMarked;

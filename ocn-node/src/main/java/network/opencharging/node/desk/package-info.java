/**
 * What the node answers itself: versions, credentials, hubclientinfo, registry look-ups, errors.
 */
@NullMarked
package network.opencharging.node.desk;

import org.jspecify.annotations.NullMarked;

/**
 * What own parties have to say reaches its partners, however long that takes: stored first, newest
 * state wins, tried again with patience, parked and shown when it cannot be.
 */
@NullMarked
package network.opencharging.bridge.deliver;

import org.jspecify.annotations.NullMarked;

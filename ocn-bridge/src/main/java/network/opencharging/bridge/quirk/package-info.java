/**
 * Deviations of old peers, one named class each. All are off until the settings name them: a
 * deviation that is always allowed is never mended.
 */
@NullMarked
package network.opencharging.bridge.quirk;

import org.jspecify.annotations.NullMarked;

/**
 * Load as the world makes it: requests set out when their time has come, whether or not earlier
 * ones were answered, and what waits is measured, too.
 */
@NullMarked
package network.opencharging.tools.load;

import org.jspecify.annotations.NullMarked;

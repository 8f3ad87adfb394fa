/**
 * What an operator sees of a running bridge and does with it: doctor, health, metrics, the page.
 */
@NullMarked
package network.opencharging.bridge.operate;

import org.jspecify.annotations.NullMarked;

/**
 * What every version of OCPI has in common: how a typed object is read, written, checked and
 * changed. The objects themselves are generated into the rooms of their versions.
 */
@NullMarked
package network.opencharging.bridge.model;

import org.jspecify.annotations.NullMarked;

/**
 * Objects of one version of OCPI told in another, where nothing is lost by it, and a named refusal
 * where something would be.
 */
@NullMarked
package network.opencharging.bridge.model.convert;

import org.jspecify.annotations.NullMarked;

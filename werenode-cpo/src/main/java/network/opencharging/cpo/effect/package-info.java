/** What is to be done outside once a decision is stored; each has a purpose that is stored once. */
@NullMarked
package network.opencharging.cpo.effect;

import org.jspecify.annotations.NullMarked;

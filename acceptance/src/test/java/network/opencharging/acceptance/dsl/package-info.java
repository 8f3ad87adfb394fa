/** The cast and the stage: nodes north and south, Alice, Bob and Carol, and what they say. */
@NullMarked
package network.opencharging.acceptance.dsl;

import org.jspecify.annotations.NullMarked;

/** The operator's page: its files, who may open it, and what has just changed. */
@NullMarked
package network.opencharging.cpo.ops;

import org.jspecify.annotations.NullMarked;

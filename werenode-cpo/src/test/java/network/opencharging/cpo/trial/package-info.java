/** The backend as a process that dies at any moment. */
@NullMarked
package network.opencharging.cpo.trial;

import org.jspecify.annotations.NullMarked;

/** Holds files, streams and answers against the OCPI model and tells every fault. */
@NullMarked
package network.opencharging.tools.check;

import org.jspecify.annotations.NullMarked;

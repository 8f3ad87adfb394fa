/** What every answer of OCPI must be like, whatever it says: envelope, ids, routing, status. */
@NullMarked
package network.opencharging.tools.manner;

import org.jspecify.annotations.NullMarked;

/** A station's websocket: TLS with files, a password, and breaking off without a farewell. */
@NullMarked
package network.opencharging.tools.simulate.line;

import org.jspecify.annotations.NullMarked;

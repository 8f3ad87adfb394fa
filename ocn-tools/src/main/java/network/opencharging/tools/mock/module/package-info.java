/** The interfaces of the functional modules, as an honest OCPI 2.2.1 party answers them. */
@NullMarked
package network.opencharging.tools.mock.module;

import org.jspecify.annotations.NullMarked;

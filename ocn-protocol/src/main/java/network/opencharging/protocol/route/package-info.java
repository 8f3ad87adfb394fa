/** What can be said: the one table of modules, interfaces, methods and paths. */
@NullMarked
package network.opencharging.protocol.route;

import org.jspecify.annotations.NullMarked;

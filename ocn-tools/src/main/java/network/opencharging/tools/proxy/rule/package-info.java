/** What can be wrong with an exchange of OCPI that passes by: heads, routing, bodies, over time. */
@NullMarked
package network.opencharging.tools.proxy.rule;

import org.jspecify.annotations.NullMarked;

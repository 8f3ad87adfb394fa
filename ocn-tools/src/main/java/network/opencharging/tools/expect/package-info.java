/** What is wanted of JSON: patterns that tell the first difference, places, and variables. */
@NullMarked
package network.opencharging.tools.expect;

import org.jspecify.annotations.NullMarked;

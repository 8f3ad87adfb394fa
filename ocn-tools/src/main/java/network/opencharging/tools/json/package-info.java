/** JSON trees for those who use the content: read, write, merge; numbers stay exact. */
@NullMarked
package network.opencharging.tools.json;

import org.jspecify.annotations.NullMarked;

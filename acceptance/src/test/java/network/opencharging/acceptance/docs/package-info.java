/** What the pages promise is so: commands run, links lead somewhere, dependencies are told. */
@NullMarked
package network.opencharging.acceptance.docs;

import org.jspecify.annotations.NullMarked;

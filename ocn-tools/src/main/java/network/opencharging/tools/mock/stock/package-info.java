/** What a mock party has to offer when it opens: locations, tariffs, tokens; seeded, our own. */
@NullMarked
package network.opencharging.tools.mock.stock;

import org.jspecify.annotations.NullMarked;

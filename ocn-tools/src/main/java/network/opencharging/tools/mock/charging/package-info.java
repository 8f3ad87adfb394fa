/** What happens at the mock CPO's stations: sessions from start to CDR, and what they cost. */
@NullMarked
package network.opencharging.tools.mock.charging;

import org.jspecify.annotations.NullMarked;

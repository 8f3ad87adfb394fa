/**
 * An example of a plug-in: counts messages, with the consent of parties, and tells them the counts.
 */
@NullMarked
package network.opencharging.example;

import org.jspecify.annotations.NullMarked;

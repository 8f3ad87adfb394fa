/**
 * From a message of a partner to the part of the backoffice that it is for, and back to an answer:
 * reads, checks, puts together, and says what was wrong.
 */
@NullMarked
package network.opencharging.bridge.receive;

import org.jspecify.annotations.NullMarked;

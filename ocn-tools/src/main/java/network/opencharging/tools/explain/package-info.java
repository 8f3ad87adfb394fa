/**
 * Why is this signature bad, where would this message go: answers for people who look for a fault.
 */
@NullMarked
package network.opencharging.tools.explain;

import org.jspecify.annotations.NullMarked;

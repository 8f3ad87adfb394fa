/**
 * What passes through: a message, the stages of its way (each a type of its own, so that no step
 * can be skipped), and every reason to refuse it.
 */
@NullMarked
package network.opencharging.node.message;

import org.jspecify.annotations.NullMarked;

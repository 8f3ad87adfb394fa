/** What OCPI wants of an object beyond the form of its fields: one class a rule. */
@NullMarked
package network.opencharging.tools.check.rule;

import org.jspecify.annotations.NullMarked;

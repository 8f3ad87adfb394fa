/**
 * People of the published registries, as tests need them: what they sign is what the published
 * software signs. Other modules use it through this module's test-jar.
 */
@NullMarked
package network.opencharging.published;

import org.jspecify.annotations.NullMarked;

/** {@code ocn tools scenario}: steps and expectations, told in YAML, played with mocks. */
@NullMarked
package network.opencharging.tools.scenario;

import org.jspecify.annotations.NullMarked;

/** The page of a mock: look at its objects and requests, switch its faults, let it do something. */
@NullMarked
package network.opencharging.tools.mock.admin;

import org.jspecify.annotations.NullMarked;

/** What survives a restart: JDBC for every port, on H2 and PostgreSQL alike. */
@NullMarked
package network.opencharging.node.store;

import org.jspecify.annotations.NullMarked;

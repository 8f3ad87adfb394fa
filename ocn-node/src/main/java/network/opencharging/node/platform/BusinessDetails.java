package network.opencharging.node.platform;

import java.util.Optional;

/**
 * Who stands behind a role (OCPI 2.2.1 §8.4.2), as far as a hub has a use for it.
 *
 * @param name name of the operator
 * @param website its site, as written by the platform; never fetched
 */
public record BusinessDetails(String name, Optional<String> website) {}

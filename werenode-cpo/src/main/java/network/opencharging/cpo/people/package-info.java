/** Who may look and act: people with roles, what belongs to which tenant, and who did what. */
@NullMarked
package network.opencharging.cpo.people;

import org.jspecify.annotations.NullMarked;

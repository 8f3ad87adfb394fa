package network.opencharging.registry.consent;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.contract.Permission;

import java.util.Locale;
import java.util.Set;

/**
 * A party lets a service have copies of what it sends.
 *
 * @param service the service's party
 * @param permissions of what
 */
public record Consent(PartyId service, Set<Permission> permissions) {
    /** Keeps the permissions from changing. */
    public Consent {
        permissions = Set.copyOf(permissions);
    }

    /** Whether a request to this side of the module is among it; custom modules never are. */
    public boolean covers(ModuleId module, InterfaceRole side) {
        String one =
                "FORWARD_MODULE_" + module.value().toUpperCase(Locale.ROOT) + "_" + side.name();
        boolean known = false;
        for (Permission permission : Permission.values()) {
            known |= permission.name().equals(one);
        }
        return known
                && permissions.stream()
                        .map(Permission::name)
                        .anyMatch(name ->
                                name.equals(one)
                                        || name.equals("FORWARD_ALL")
                                        || name.equals("FORWARD_ALL_" + side.name()));
    }
}

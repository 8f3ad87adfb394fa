package network.opencharging.registry.directory;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Set;

/**
 * The OCPI modules that a party's listing declares. An empty set means that nothing was declared,
 * not that nothing is offered: most parties of the first registry declare none.
 *
 * @param sender modules offered through the sender interface
 * @param receiver modules offered through the receiver interface
 */
public record Modules(Set<ModuleId> sender, Set<ModuleId> receiver) {

    /** Nothing declared. */
    public static final Modules UNDECLARED = new Modules(Set.of(), Set.of());

    /** Keeps the sets from changing. */
    public Modules {
        sender = Set.copyOf(sender);
        receiver = Set.copyOf(receiver);
    }

    /** What is declared for one side. */
    public Set<ModuleId> of(InterfaceRole side) {
        return switch (side) {
            case SENDER -> sender;
            case RECEIVER -> receiver;
        };
    }
}

package network.opencharging.bridge.receive;

import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;
import static network.opencharging.protocol.route.InterfaceRole.SENDER;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which sides of modules a backoffice answers: what is not there is not offered to partners. */
public final class Offers {
    private Offers() {}

    /** A side of a module. */
    public record Offer(ModuleId module, InterfaceRole side) {}

    /** The sides, each once. */
    public static Set<Offer> of(Backoffice backoffice) {
        Map<Offer, Optional<?>> parts = new HashMap<>();
        parts.put(new Offer(ModuleId.LOCATIONS, SENDER), backoffice.own().locations());
        parts.put(new Offer(ModuleId.TARIFFS, SENDER), backoffice.own().tariffs());
        parts.put(
                new Offer(ModuleId.SESSIONS, SENDER),
                backoffice.own().sessions().isPresent()
                        ? backoffice.own().sessions()
                        : backoffice.profiles().preferences());
        parts.put(new Offer(ModuleId.CDRS, SENDER), backoffice.own().cdrs());
        parts.put(
                new Offer(ModuleId.TOKENS, SENDER),
                backoffice.own().tokens().isPresent()
                        ? backoffice.own().tokens()
                        : backoffice.own().authorizer());
        parts.put(new Offer(ModuleId.LOCATIONS, RECEIVER), backoffice.partners().locations());
        parts.put(new Offer(ModuleId.TARIFFS, RECEIVER), backoffice.partners().tariffs());
        parts.put(new Offer(ModuleId.SESSIONS, RECEIVER), backoffice.partners().sessions());
        parts.put(new Offer(ModuleId.CDRS, RECEIVER), backoffice.partners().cdrs());
        parts.put(new Offer(ModuleId.TOKENS, RECEIVER), backoffice.partners().tokens());
        parts.put(new Offer(ModuleId.COMMANDS, RECEIVER), backoffice.news().commands());
        parts.put(new Offer(ModuleId.COMMANDS, SENDER), backoffice.news().results());
        parts.put(new Offer(ModuleId.HUB_CLIENT_INFO, RECEIVER), backoffice.news().clientInfo());
        parts.put(new Offer(ModuleId.CHARGING_PROFILES, RECEIVER), backoffice.profiles().handler());
        parts.put(new Offer(ModuleId.CHARGING_PROFILES, SENDER), backoffice.profiles().listener());
        parts.values().removeIf(Optional::isEmpty);
        return Set.copyOf(parts.keySet());
    }
}

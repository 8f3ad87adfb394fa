package network.opencharging.bridge.quirk;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteKey;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code SESSIONS_UNDER_RECEIVER}: the original bridge pushes a Session under the country and party
 * of who gets it, where OCPI wants those of who owns it (OCPI 2.2.1 §9.2.2). Such a Session is
 * taken as the sender's; everything else about it is checked as usual.
 */
public final class SessionsUnderReceiver implements Quirk {
    private static final int PARTS = 3;

    /** The quirk. */
    public SessionsUnderReceiver() {}

    @Override
    public String name() {
        return "SESSIONS_UNDER_RECEIVER";
    }

    @Override
    public RouteKey straightened(RouteKey key, PartyId from, PartyId to) {
        List<String> parts = Arrays.asList(key.path().split("/", -1));
        boolean meant =
                key.module().equals(ModuleId.SESSIONS)
                        && key.role() == InterfaceRole.RECEIVER
                        && parts.size() == PARTS
                        && PartyId.of(parts.get(0), parts.get(1)).equals(Optional.of(to));
        return meant
                ? new RouteKey(
                        key.module(),
                        key.role(),
                        key.method(),
                        "%s/%s/%s".formatted(from.countryCode(), from.partyId(), parts.get(2)))
                : key;
    }
}

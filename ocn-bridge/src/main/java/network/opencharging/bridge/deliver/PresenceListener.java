package network.opencharging.bridge.deliver;

import network.opencharging.bridge.backoffice.ClientInfoListener;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.v221.ClientInfo;
import network.opencharging.bridge.model.v221.ConnectionStatus;
import network.opencharging.protocol.party.PartyId;

import java.util.Optional;
import java.util.Set;

/**
 * Holds back what is for parties that cannot be reached (OCPI 2.2.1 §15.1.2), and passes the news
 * on.
 *
 * @param next who else wants to hear it
 */
public record PresenceListener(OutboxStore store, Runnable bell, Optional<ClientInfoListener> next)
        implements ClientInfoListener {
    private static final Set<ConnectionStatus> AWAY =
            Set.of(ConnectionStatus.OFFLINE, ConnectionStatus.SUSPENDED);

    @Override
    public Verdict changed(Context context, ClientInfo info) {
        PartyId.of(info.countryCode().text(), info.partyId().text())
                .ifPresent(party ->
                        store.presence(party, !AWAY.contains(info.status()), info.lastUpdated()));
        bell.run();
        return next.map(listener -> listener.changed(context, info)).orElseGet(Verdict::kept);
    }
}

package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.ClientInfoListener;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.v221.ClientInfo;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Set;

/** Who can be reached: the hub tells it, and nobody else may (OCPI 2.2.1 §15). */
record ClientInfoDesk(ClientInfoListener listener, Set<PartyId> hubs) implements Desk {

    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(ModuleId.HUB_CLIENT_INFO)
                && asked.route().role() == InterfaceRole.RECEIVER
                && asked.route().method() == HttpMethod.PUT;
    }

    @Override
    public Outcome answer(Asked asked) {
        if (!hubs.contains(asked.context().from())) {
            return new Outcome.Wrong("Only the hub tells who can be reached.");
        }
        return asked.object()
                .map(ClientInfo.SHAPE::read)
                .map(reading ->
                        switch (reading) {
                            case Reading.Unreadable<ClientInfo>(var findings) ->
                                    new Outcome.Unreadable(findings);
                            case Reading.Read<ClientInfo>(ClientInfo info, var _) ->
                                    told(asked, info);
                        })
                .orElseGet(Outcome.NotJson::new);
    }

    private Outcome told(Asked asked, ClientInfo info) {
        String meant = info.countryCode() + "/" + info.partyId();
        return asked.path().equalsIgnoreCase(meant)
                ? Filed.of(listener.changed(asked.context(), info))
                : new Outcome.Wrong("The ids in the body must be those of the path.");
    }
}

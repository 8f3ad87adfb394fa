package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.generated.OcnRegistry;

import org.web3j.abi.EventEncoder;
import org.web3j.protocol.core.methods.response.Log;

import java.util.Optional;

/** From logs to events. */
final class RegistryLogs {
    private static final String OPERATOR = EventEncoder.encode(OcnRegistry.OPERATORUPDATE_EVENT);
    private static final String LISTED = EventEncoder.encode(OcnRegistry.PARTYLISTED_EVENT);
    private static final String REMOVED = EventEncoder.encode(OcnRegistry.PARTYREMOVED_EVENT);

    private RegistryLogs() {}

    static Optional<RegistryEvent> event(Log log) {
        String topic = log.getTopics().isEmpty() ? "" : log.getTopics().getFirst();
        if (topic.equals(OPERATOR)) {
            var e = OcnRegistry.getOperatorUpdateEventFromLog(log);
            return Optional.of(
                    Encoding.operator(e.operator, e.domain)
                            .<RegistryEvent>map(RegistryEvent.NodeSet::new)
                            .orElseGet(() -> new RegistryEvent.NodeGone(new Address(e.operator))));
        }
        if (topic.equals(LISTED)) {
            return listed(OcnRegistry.getPartyListedEventFromLog(log));
        }
        if (topic.equals(REMOVED)) {
            var e = OcnRegistry.getPartyRemovedEventFromLog(log);
            return Encoding.partyId(e.countryCode, e.partyId)
                    .map(id -> new RegistryEvent.PartyGone(new Address(e.party), id));
        }
        return Optional.empty();
    }

    private static Optional<RegistryEvent> listed(OcnRegistry.PartyListedEventResponse e) {
        return Encoding.partyId(e.countryCode, e.partyId)
                .map(id ->
                        new RegistryEvent.PartyListed(
                                new Party(
                                        id,
                                        new Address(e.party),
                                        Encoding.roles(e.roles),
                                        Encoding.modules(e.sender, e.receiver),
                                        new Address(e.operator),
                                        e.admitted)));
    }
}

package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.CdrSink;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** CDRs of partners, on the shelf. */
record PartnersCdrs(KeptBackoffice kept) implements CdrSink {

    @Override
    public Optional<CDR> find(Context context, ObjectKey key) {
        return kept.find(ModuleId.CDRS, key, key.id().text())
                .map(json -> CDR.SHAPE.read(json).orThrow());
    }

    @Override
    public Verdict take(Context context, CDR cdr) {
        PartyId owner = new PartyId(cdr.countryCode().text(), cdr.partyId().text());
        return kept.keep(
                context, ModuleId.CDRS, new ObjectKey(owner, cdr.id()), cdr.id().text(), cdr);
    }
}

package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.TariffsReceiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** Tariffs of partners, on the shelf. */
record PartnersTariffs(KeptBackoffice kept) implements TariffsReceiver {

    @Override
    public Optional<Tariff> find(Context context, ObjectKey key) {
        return kept.find(ModuleId.TARIFFS, key, key.id().text())
                .map(json -> Tariff.SHAPE.read(json).orThrow());
    }

    @Override
    public Verdict keep(Context context, ObjectKey key, Tariff tariff) {
        return kept.keep(context, ModuleId.TARIFFS, key, key.id().text(), tariff);
    }

    @Override
    public Verdict remove(Context context, ObjectKey key) {
        return kept.remove(context, ModuleId.TARIFFS, key);
    }
}

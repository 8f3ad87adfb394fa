package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Receiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** Objects of partners, on the shelf. */
record Partners<T extends OcpiObject>(KeptBackoffice kept, ModuleId module, Shape<T> shape)
        implements Receiver<T> {

    @Override
    public Optional<T> find(Context context, ObjectKey key) {
        return kept.find(module, key, key.id().text()).map(json -> shape.read(json).orThrow());
    }

    @Override
    public Verdict keep(Context context, ObjectKey key, T object) {
        return kept.keep(context, module, key, key.id().text(), object);
    }
}

package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.backoffice.Provider;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.route.ModuleId;

/** Own objects of one module, from the shelf. */
record Own<T>(Shelf shelf, ModuleId module, Shape<T> shape) implements Provider<T> {

    @Override
    public Page<T> page(Context context, PageRequest wanted) {
        Page<Kept> page = shelf.page(module, context.to(), wanted);
        return new Page<>(
                page.items().stream().map(kept -> shape.read(kept.body()).orThrow()).toList(),
                page.total());
    }
}

package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.backoffice.Provider;
import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.Answer;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The list of own objects of one module (OCPI 2.2.1 §4.1.4.1). */
final class ListDesk<T> implements Desk {
    private final ModuleId module;
    private final Shape<T> shape;
    private final Provider<T> provider;
    private final PageLimits limits;
    private final Outgoing outgoing;

    ListDesk(
            ModuleId module,
            Shape<T> shape,
            Provider<T> provider,
            PageLimits limits,
            Outgoing outgoing) {
        this.module = module;
        this.shape = shape;
        this.provider = provider;
        this.limits = limits;
        this.outgoing = outgoing;
    }

    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(module)
                && asked.route().role() == InterfaceRole.SENDER
                && asked.route().answer() == Answer.LIST;
    }

    @Override
    public Outcome answer(Asked asked) {
        for (String name : List.of("date_from", "date_to")) {
            if (asked.parameter(name).isPresent() && time(asked, name).isEmpty()) {
                return new Outcome.Wrong("%s must be a DateTime.".formatted(name));
            }
        }
        Optional<Integer> offset = number(asked, "offset", 0);
        Optional<Integer> limit = number(asked, "limit", limits.standard());
        if (offset.isEmpty() || limit.isEmpty() || limit.get() == 0) {
            return new Outcome.Wrong("offset and limit must be whole numbers, limit at least 1.");
        }
        return listed(
                asked,
                new PageRequest(
                        time(asked, "date_from"),
                        time(asked, "date_to"),
                        offset.get(),
                        Math.min(limit.get(), limits.most())));
    }

    private Outcome listed(Asked asked, PageRequest wanted) {
        Page<T> page = provider.page(asked.context(), wanted);
        List<Json> items =
                page.items().stream()
                        .flatMap(item -> outgoing.valid(asked, shape, item).stream())
                        .toList();
        return new Outcome.Listed(items, page.total(), wanted);
    }

    private static Optional<Instant> time(Asked asked, String name) {
        return asked.parameter(name).flatMap(OcpiTime::read);
    }

    private static Optional<Integer> number(Asked asked, String name, int otherwise) {
        String text = asked.parameter(name).orElse(Integer.toString(otherwise));
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}

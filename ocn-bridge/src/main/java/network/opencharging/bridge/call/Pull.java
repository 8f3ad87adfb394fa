package network.opencharging.bridge.call;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.route.HttpMethod;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One walk through all pages of a list, following {@code Link} (OCPI 2.2.1 §4.1.4.1). */
final class Pull<T> {
    private static final Pattern NEXT =
            Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?", Pattern.CASE_INSENSITIVE);

    private final Wire wire;
    private final Exchange exchange;
    private final Shape<T> shape;
    private final Consumer<T> each;
    private final List<Pulled.Unreadable> unreadable = new ArrayList<>();
    private int handedOn;
    private Optional<Instant> newest = Optional.empty();

    Pull(Wire wire, Exchange exchange, Shape<T> shape, Consumer<T> each) {
        this.wire = wire;
        this.exchange = exchange;
        this.shape = shape;
        this.each = each;
    }

    /** Walks from the first page to the last; stops at the first page that cannot be had. */
    Answered<Pulled> from(URI first) {
        Set<URI> seen = new HashSet<>();
        URI page = first;
        while (seen.add(page)) {
            Answered<Optional<Json>> answered =
                    wire.send(exchange, Wire.Message.of(HttpMethod.GET, page, Optional.empty()));
            if (!(answered instanceof Answered.Success<Optional<Json>>(var data, var headers))) {
                return answered.failed();
            }
            if (!(data.orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items))) {
                return new Answered.NotOcpi<>(200, "data of a list must be an array");
            }
            items.forEach(this::take);
            Optional<URI> next = next(headers, page);
            if (next.isEmpty()) {
                return new Answered.Success<>(pulled(), headers);
            }
            page = next.get();
        }
        return new Answered.NotOcpi<>(200, "the next page is one that was there before");
    }

    /** OCPI 2.2.1 §4.1.4.1: what is wrong with one object is no reason to leave out the others. */
    private void take(Json item) {
        switch (shape.read(item)) {
            case Reading.Read<T>(T object, var _) -> {
                each.accept(object);
                handedOn++;
                lastUpdated(item)
                        .filter(time -> newest.filter(time::isBefore).isEmpty())
                        .ifPresent(time -> newest = Optional.of(time));
            }
            case Reading.Unreadable<T>(var findings) ->
                    unreadable.add(new Pulled.Unreadable(id(item), item, findings));
        }
    }

    private Pulled pulled() {
        return new Pulled(handedOn, List.copyOf(unreadable), newest);
    }

    private static Optional<Instant> lastUpdated(Json item) {
        return text(item, "last_updated").flatMap(OcpiTime::read);
    }

    private static String id(Json item) {
        return text(item, "id").or(() -> text(item, "uid")).orElse("");
    }

    private static Optional<String> text(Json item, String name) {
        return item instanceof Json.Obj object ? object.textOf(name) : Optional.empty();
    }

    private static Optional<URI> next(Headers headers, URI page) {
        return headers.get(HeaderNames.LINK)
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .flatMap(found -> resolved(page, found.group(1)));
    }

    private static Optional<URI> resolved(URI page, String link) {
        try {
            return Optional.of(page.resolve(link));
        } catch (IllegalArgumentException e) {
            // No URL: then there is no next page that could be asked for.
            return Optional.empty();
        }
    }
}

package network.opencharging.bridge.model.convert;

import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.Kind;
import network.opencharging.bridge.model.Member;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.json.Json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The way from one version of OCPI to another, walked along both shapes at once: what both know
 * alike is taken over, what only one knows needs a rule or is refused.
 */
public final class Conversion {
    private static final String TARIFF = "Tariff";
    private static final String TAX_INCLUDED = "tax_included";
    private static final Json NET = Json.text("NO");

    private final String version;
    private final Function<String, Optional<Shape<?>>> sources;
    private final Function<String, Optional<Shape<?>>> targets;
    private final Map<String, BiFunction<String, Json.Obj, Json.Obj>> prices;
    private final BiFunction<String, Json.Obj, Json.Obj> tariff;

    private Conversion(
            String version,
            Function<String, Optional<Shape<?>>> sources,
            Function<String, Optional<Shape<?>>> targets,
            Map<String, BiFunction<String, Json.Obj, Json.Obj>> prices,
            BiFunction<String, Json.Obj, Json.Obj> tariff) {
        this.version = version;
        this.sources = sources;
        this.targets = targets;
        this.prices = prices;
        this.tariff = tariff;
    }

    /** From OCPI 2.2.1 to 2.3.0. */
    public static Conversion to230() {
        return new Conversion(
                "2.3.0",
                network.opencharging.bridge.model.v221.Model::shape,
                network.opencharging.bridge.model.v230.Model::shape,
                Map.of("Price to Price", Money::itemised, "Price to PriceLimit", Money::limit),
                // Prices of a 2.2.1 Tariff are net (§11.4.2), which 2.3.0 wants to be said.
                (_, json) ->
                        json.member(TAX_INCLUDED).isPresent()
                                ? json
                                : json.with(TAX_INCLUDED, NET));
    }

    /** From OCPI 2.3.0 to 2.2.1. */
    public static Conversion to221() {
        return new Conversion(
                "2.2.1",
                network.opencharging.bridge.model.v230.Model::shape,
                network.opencharging.bridge.model.v221.Model::shape,
                Map.of("Price to Price", Money::summed, "PriceLimit to Price", Money::price),
                Conversion::onlyNet);
    }

    private static Json.Obj onlyNet(String path, Json.Obj json) {
        if (!json.member(TAX_INCLUDED).equals(Optional.of(NET))) {
            throw new Lost(path + "." + TAX_INCLUDED, "prices of a 2.2.1 Tariff are always net");
        }
        return json.without(TAX_INCLUDED);
    }

    /**
     * The object in the other version.
     *
     * @param type the object type's name, such as {@code CDR}
     * @throws IllegalArgumentException when the source version has no such type
     */
    public Converted convert(String type, Json.Obj json) {
        Shape<?> source =
                sources.apply(type)
                        .orElseThrow(() -> new IllegalArgumentException("no type " + type));
        Optional<Shape<?>> target = targets.apply(type);
        if (target.isEmpty()) {
            return new Converted.Refused("$", "OCPI %s has no %s".formatted(version, type));
        }
        try {
            Json.Obj converted = object("$", source, target.get(), json);
            return firstFault(target.get(), converted)
                    .<Converted>map(fault -> new Converted.Refused(fault.path(), fault.sentence()))
                    .orElseGet(() -> new Converted.Lossless(converted));
        } catch (Lost lost) {
            return lost.refusal();
        }
    }

    private static Optional<Finding> firstFault(Shape<?> target, Json.Obj converted) {
        return target.check(converted).stream().filter(Finding::forbidsSending).findFirst();
    }

    private Json.Obj object(String path, Shape<?> source, Shape<?> target, Json.Obj json) {
        BiFunction<String, Json.Obj, Json.Obj> price =
                prices.get(source.name() + " to " + target.name());
        if (price != null) {
            return price.apply(path, json);
        }
        Json.Obj adapted = source.name().equals(TARIFF) ? tariff.apply(path, json) : json;
        Json.Obj converted = Json.Obj.EMPTY;
        for (Map.Entry<String, Json> entry : adapted.members().entrySet()) {
            String at = path + "." + entry.getKey();
            Json value =
                    source.member(entry.getKey())
                            .map(from -> member(at, from, target, entry.getValue()))
                            .orElse(entry.getValue());
            converted = converted.with(entry.getKey(), value);
        }
        return converted;
    }

    private Json member(String path, Member<?, ?> from, Shape<?> target, Json value) {
        if (value instanceof Json.Null) {
            return value;
        }
        Member<?, ?> to =
                target.member(from.name())
                        .<Member<?, ?>>map(member -> member)
                        .orElseThrow(() ->
                                new Lost(
                                        path,
                                        "%s has no such field in OCPI %s"
                                                .formatted(target.name(), version)));
        if (value instanceof Json.Arr(List<Json> items)) {
            List<Json> converted =
                    IntStream.range(0, items.size())
                            .mapToObj(i ->
                                    value(
                                            path + "[" + i + "]",
                                            from.kind(),
                                            to.kind(),
                                            items.get(i)))
                            .toList();
            return Json.array(converted);
        }
        return value(path, from.kind(), to.kind(), value);
    }

    private Json value(String path, Kind<?> from, Kind<?> to, Json value) {
        if (from instanceof Kind.Nested<?>(Shape<?> source)
                && to instanceof Kind.Nested<?>(Shape<?> target)
                && value instanceof Json.Obj object) {
            return object(path, source, target, object);
        }
        if (from instanceof Kind.Word<?> source && to instanceof Kind.Word<?> target) {
            boolean lost = lists(source, value) && !lists(target, value);
            if (lost) {
                throw new Lost(
                        path,
                        "%s %s is not in OCPI %s"
                                .formatted(target.name(), value.asText().orElse(""), version));
            }
        }
        return value;
    }

    private static boolean lists(Kind.Word<?> word, Json value) {
        return word.known().stream()
                .anyMatch(known -> value.asText().equals(Optional.of(known.value())));
    }
}

package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Kind;
import network.opencharging.bridge.model.Member;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.json.Json;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All rules, applied to an object and to every object inside of it. */
public final class Rules {
    private final List<ObjectRule> rules;
    private final Map<String, List<ObjectRule>> byType = new ConcurrentHashMap<>();
    private final Map<String, List<Member<?, ?>>> children = new ConcurrentHashMap<>();

    private Rules(List<ObjectRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules for whole objects. */
    public static Rules ofObjects(Clock clock) {
        return new Rules(everywhere(clock).toList());
    }

    /** The rules for objects of which only some fields are told. */
    public static Rules ofPatches(Clock clock) {
        return new Rules(
                Stream.concat(everywhere(clock), Stream.of(new PatchLeavesChildren())).toList());
    }

    private static Stream<ObjectRule> everywhere(Clock clock) {
        return Stream.of(
                new CdrCostAddsUp(),
                new CdrEnergyAddsUp(),
                new CdrPeriodsInOrder(),
                new CdrPowerIsPossible(),
                new CdrTimeIsHours(),
                new ConnectorFits(),
                new CountryExists(),
                new CreditNamesItsCdr(),
                new EnvelopeIsOne(),
                new NotFromTheFuture(clock),
                new OpeningTimesAgree(),
                new PlaceIsOnEarth(),
                new TariffAlwaysApplies(),
                new TariffPricesAllow(),
                new TariffRestrictionsAllow(),
                new TimeZoneExists(),
                new TimesInOrder());
    }

    /** Every rule, in the order of the ids' names in the source. */
    public List<ObjectRule> all() {
        return rules;
    }

    /**
     * Applies them.
     *
     * @param path of the object
     */
    public void check(Shape<?> shape, Json.Obj object, String path, Consumer<Fault> found) {
        for (ObjectRule rule :
                byType.computeIfAbsent(
                        shape.name(),
                        type -> rules.stream().filter(rule -> rule.concerns(type)).toList())) {
            rule.check(object, path, found);
        }
        for (Member<?, ?> member : children.computeIfAbsent(shape.name(), _ -> nested(shape))) {
            if (member.kind() instanceof Kind.Nested<?>(Shape<?> inner)) {
                below(inner, object, member.name(), path, found);
            }
        }
    }

    private void below(
            Shape<?> inner, Json.Obj object, String name, String path, Consumer<Fault> found) {
        switch (object.member(name).orElse(Json.Null.NULL)) {
            case Json.Obj child -> check(inner, child, path + "." + name, found);
            case Json.Arr(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    if (items.get(i) instanceof Json.Obj child) {
                        check(inner, child, path + "." + name + "[" + i + "]", found);
                    }
                }
            }
            default -> {}
        }
    }

    private static List<Member<?, ?>> nested(Shape<?> shape) {
        return shape.members().stream()
                .<Member<?, ?>>map(member -> member)
                .filter(member -> member.kind() instanceof Kind.Nested<?>)
                .toList();
    }
}

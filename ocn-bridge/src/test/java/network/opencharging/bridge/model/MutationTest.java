package network.opencharging.bridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every single fault that can be put into a faultless object is found at its place. */
class MutationTest {
    private static final Json WRONG = Json.array(List.of(Json.bool(true)));

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("network.opencharging.bridge.model.Versions#allShapes")
    void everyRequiredFieldIsMissed(String version, String name, Shape<?> shape) {
        Json.Obj json = RandomObjects.full(11).next(shape);
        for (Place place : places("$", shape, json, changed -> changed)) {
            if (place.member().cardinality().isRequired()) {
                Json.Obj broken = place.with().apply(Json.Null.NULL);

                finds(shape, broken, place.path(), Rule.REQUIRED, Severity.UNREADABLE);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("network.opencharging.bridge.model.Versions#allShapes")
    void everyExceededLengthIsMeasured(String version, String name, Shape<?> shape) {
        Json.Obj json = RandomObjects.full(12).next(shape);
        for (Place place : places("$", shape, json, changed -> changed)) {
            int tooLong =
                    switch (place.member().kind()) {
                        case Kind.Text(_, int tolerated, _) -> tolerated;
                        case Kind.CaselessText(int max) -> max;
                        case Kind.Whole(int digits) -> digits;
                        default -> 0;
                    };
            if (tooLong > 0) {
                boolean whole = place.member().kind() instanceof Kind.Whole;
                Json value =
                        whole
                                ? new Json.Num("1".repeat(tooLong + 1))
                                : Json.text("1".repeat(tooLong + 1));

                finds(
                        shape,
                        place.with().apply(place.listed(value)),
                        place.firstValue(),
                        Rule.LENGTH,
                        Severity.ERROR);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("network.opencharging.bridge.model.Versions#allShapes")
    <T> void everyUnknownWordIsToldAndKept(String version, String name, Shape<T> shape) {
        Json.Obj json = RandomObjects.full(13).next(shape);
        for (Place place : places("$", shape, json, changed -> changed)) {
            if (place.member().kind() instanceof Kind.Word) {
                Json.Obj newer = place.with().apply(place.listed(Json.text("OF_TOMORROW")));

                finds(shape, newer, place.firstValue(), Rule.ENUM, Severity.WARNING);
                assertThat(shape.write(shape.read(newer).orThrow())).isEqualTo(newer);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("network.opencharging.bridge.model.Versions#allShapes")
    void everyWrongTypeIsTold(String version, String name, Shape<?> shape) {
        Json.Obj json = RandomObjects.full(14).next(shape);
        for (Place place : places("$", shape, json, changed -> changed)) {
            if (!(place.member().kind() instanceof Kind.Any)) {
                Json.Obj broken = place.with().apply(place.listed(WRONG));

                finds(shape, broken, place.firstValue(), Rule.TYPE, Severity.UNREADABLE);
            }
        }
    }

    private static void finds(
            Shape<?> shape, Json.Obj json, String path, Rule rule, Severity severity) {
        assertThat(shape.check(json))
                .as(json.text())
                .anySatisfy(found -> {
                    assertThat(found.path()).isEqualTo(path);
                    assertThat(found.rule()).isEqualTo(rule);
                    assertThat(found.severity()).isEqualTo(severity);
                });
    }

    /** One field somewhere in an object, and the whole object with another value there. */
    private record Place(String path, Member<?, ?> member, UnaryOperatorOfJson with) {
        String firstValue() {
            return member.cardinality().isList() ? path + "[0]" : path;
        }

        Json listed(Json value) {
            return member.cardinality().isList() ? Json.array(List.of(value)) : value;
        }
    }

    private interface UnaryOperatorOfJson {
        Json.Obj apply(Json value);
    }

    private static List<Place> places(
            String path, Shape<?> shape, Json.Obj json, UnaryOperator<Json.Obj> outer) {
        List<Place> places = new ArrayList<>();
        for (Member<?, ?> member : shape.members()) {
            String at = path + "." + member.name();
            Place place =
                    new Place(at, member, value -> outer.apply(json.with(member.name(), value)));
            places.add(place);
            if (member.kind() instanceof Kind.Nested<?>(Shape<?> inner)) {
                Json value = json.member(member.name()).orElseThrow();
                Json.Obj first =
                        (Json.Obj)
                                (value instanceof Json.Arr(var items) ? items.getFirst() : value);
                places.addAll(
                        places(
                                place.firstValue(),
                                inner,
                                first,
                                changed -> place.with().apply(place.listed(changed))));
            }
        }
        return places;
    }
}

package network.opencharging.bridge.model;

import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Faultless objects of any shape, the same ones for the same seed. */
public final class RandomObjects {
    private static final String CASELESS = "ABCdef0123456789*-";
    private static final String PRINTABLE = "ABCxyz 012-äßéø中\uD83D\uDD0C";

    private final RandomGenerator random;
    private final boolean full;

    private RandomObjects(long seed, boolean full) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.full = full;
    }

    /** Objects in which an optional field is there or not, as the dice fall. */
    public static RandomObjects sparse(long seed) {
        return new RandomObjects(seed, false);
    }

    /** Objects in which every field is there. */
    public static RandomObjects full(long seed) {
        return new RandomObjects(seed, true);
    }

    /** The next object. */
    public Json.Obj next(Shape<?> shape) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        for (Member<?, ?> member : shape.members()) {
            if (full || member.cardinality().isRequired() || random.nextBoolean()) {
                members.put(member.name(), member(member));
            }
        }
        return new Json.Obj(members);
    }

    private Json member(Member<?, ?> member) {
        if (!member.cardinality().isList()) {
            return value(member.kind());
        }
        List<Json> items = new ArrayList<>();
        IntStream.rangeClosed(1, random.nextInt(1, 3))
                .forEach(_ -> items.add(value(member.kind())));
        return Json.array(items);
    }

    private Json value(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text text -> Json.text(text(text));
            case Kind.CaselessText(int max) -> Json.text(of(CASELESS, max));
            case Kind.Url _ -> Json.text("https://cpo.example/" + random.nextInt(1000));
            case Kind.Moment _ ->
                    Json.text(
                            OcpiTime.write(Instant.ofEpochSecond(random.nextLong(4_000_000_000L))));
            case Kind.Decimal _ ->
                    Json.number(BigDecimal.valueOf(random.nextLong(-99_999, 999_999), 4));
            case Kind.Whole(int digits) -> Json.number(random.nextLong(digits == 1 ? 7 : 9999));
            case Kind.Flag _ -> Json.bool(random.nextBoolean());
            case Kind.Word<?> word ->
                    Json.text(word.known().get(random.nextInt(word.known().size())).value());
            case Kind.Nested<?>(Shape<?> shape) -> next(shape);
            case Kind.Any _ -> Json.array(List.of(Json.text("anything"), Json.number(1)));
        };
    }

    private String text(Kind.Text text) {
        return formed(text.pattern().expression()).orElseGet(() -> of(PRINTABLE, text.max()));
    }

    /** A sample of each form that the model files prescribe. */
    private static Optional<String> formed(String pattern) {
        return pattern.isEmpty()
                ? Optional.empty()
                : List.of("52.51963", "13:45", "2026-02-28", "abc!~").stream()
                        .filter(sample -> sample.matches(pattern))
                        .findFirst();
    }

    private String of(String alphabet, int max) {
        int[] characters = alphabet.codePoints().toArray();
        int length = random.nextInt(1, (max == 0 ? 40 : max) + 1);
        StringBuilder text = new StringBuilder();
        IntStream.range(0, length)
                .forEach(_ -> text.appendCodePoint(characters[random.nextInt(characters.length)]));
        return text.toString();
    }
}

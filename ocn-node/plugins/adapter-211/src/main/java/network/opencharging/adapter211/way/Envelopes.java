package network.opencharging.adapter211.way;

import network.opencharging.adapter211.words.Saying;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The envelope of an answer with its content in other words. */
final class Envelopes {
    private static final String CODE = "status_code";
    private static final String DATA = "data";

    private Envelopes() {}

    /** The object of an envelope; empty when it is none, which is for others to refuse. */
    static Optional<Json.Obj> read(Body body) {
        return body.isEmpty()
                ? Optional.empty()
                : body.json()
                        .optional()
                        .flatMap(value ->
                                value instanceof Json.Obj it ? Optional.of(it) : Optional.empty());
    }

    /**
     * The content in other words. What cannot be said leaves a list; where it was asked for alone,
     * the answer says why there is nothing.
     *
     * @param seen hears of every object before it is turned
     */
    static Json.Obj turned(
            Json.Obj envelope, Function<Json.Obj, Saying> words, Consumer<Json.Obj> seen) {
        return switch (envelope.member(DATA).orElse(Json.Null.NULL)) {
            case Json.Arr(var items) -> envelope.with(DATA, list(items, words, seen));
            case Json.Obj object -> {
                seen.accept(object);
                yield switch (words.apply(object)) {
                    case Saying.Of(Json.Obj said) -> envelope.with(DATA, said);
                    case Saying.Not(String why) ->
                            envelope.without(DATA)
                                    .with(CODE, Json.number(2000))
                                    .with(
                                            "status_message",
                                            "Not to be told in 2.1.1: " + why + ".");
                };
            }
            default -> envelope;
        };
    }

    private static Json list(
            List<Json> items, Function<Json.Obj, Saying> words, Consumer<Json.Obj> seen) {
        List<Json> turned = new ArrayList<>();
        for (Json item : items) {
            if (item instanceof Json.Obj object) {
                seen.accept(object);
                if (words.apply(object) instanceof Saying.Of(Json.Obj said)) {
                    turned.add(said);
                }
            }
        }
        return Json.array(turned);
    }

    /** With a code that 2.1.1 has (§5): it knows neither hubs nor codes of one's own. */
    static Json.Obj older(Json.Obj envelope) {
        Json.Obj unsigned = envelope.without("ocn_signature");
        return unsigned.member(CODE).orElse(Json.Null.NULL) instanceof Json.Num(String literal)
                        && literal.matches("[0-9]{4}")
                ? unsigned.with(CODE, Json.number(older(Integer.parseInt(literal))))
                : unsigned;
    }

    private static int older(int code) {
        if (code >= 4000) {
            return 3000;
        }
        if (code > 2003 && code < 3000) {
            return 2000;
        }
        return code < 2000 ? 1000 : code;
    }
}

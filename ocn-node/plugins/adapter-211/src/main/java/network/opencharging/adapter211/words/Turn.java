package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;

import java.util.List;
import java.util.Optional;

/** What becomes of one value in the other version; empty when it cannot be said there. */
interface Turn {
    Optional<Json> turn(Json value);

    /** As it is. */
    static Turn keep() {
        return Optional::of;
    }

    /**
     * The same for an object, or for every object of a list; what cannot be said leaves the list.
     */
    static Turn each(Turn one) {
        return value ->
                value instanceof Json.Arr(var items)
                        ? Optional.of(
                                Json.array(
                                        items.stream()
                                                .flatMap(item -> one.turn(item).stream())
                                                .toList()))
                        : one.turn(value);
    }

    /**
     * A number that became the part of an object without taxes (OCPI 2.2.1 §16.5 {@code Price}).
     */
    static Turn price() {
        return value ->
                Optional.of(
                        value instanceof Json.Num ? Json.Obj.EMPTY.with("excl_vat", value) : value);
    }

    /** The part without taxes, as the number it is. */
    static Turn priceWithoutTaxes() {
        return value ->
                value instanceof Json.Obj price ? price.member("excl_vat") : Optional.of(value);
    }

    /** One in place of a list. */
    static Turn listOfOne() {
        return value -> Optional.of(Json.array(List.of(value)));
    }

    /** The first of a list. */
    static Turn first() {
        return value ->
                value instanceof Json.Arr(var items)
                        ? items.stream().findFirst()
                        : Optional.of(value);
    }
}

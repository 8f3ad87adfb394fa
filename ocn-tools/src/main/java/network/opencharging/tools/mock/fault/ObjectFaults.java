package network.opencharging.tools.mock.fault;

import static network.opencharging.tools.mock.fault.Spoil.answers;
import static network.opencharging.tools.mock.fault.Spoil.at;
import static network.opencharging.tools.mock.fault.Spoil.each;
import static network.opencharging.tools.mock.fault.Spoil.field;
import static network.opencharging.tools.mock.fault.Spoil.items;
import static network.opencharging.tools.mock.fault.Spoil.listOf;
import static network.opencharging.tools.mock.fault.Spoil.objects;
import static network.opencharging.tools.mock.fault.Spoil.status;
import static network.opencharging.tools.mock.fault.Spoil.taken;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.http.Request;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults in Locations, Tariffs and Tokens as their owner gives them. */
final class ObjectFaults {
    private static final Predicate<Request> PLACES = at("sender", "locations");
    private static final String LATER = "2026-12-30T00:00:00Z";

    private ObjectFaults() {}

    static List<Fault> all() {
        return Stream.of(fields(), singles(), relations()).flatMap(List::stream).toList();
    }

    private static List<Fault> fields() {
        return List.of(
                Fault.in(
                        "coordinates-as-numbers",
                        "coordinates are numbers",
                        objects(
                                PLACES,
                                field(
                                        "coordinates",
                                        c ->
                                                each(
                                                        c,
                                                        one ->
                                                                one.with(
                                                                        "latitude",
                                                                        Json.number(53)))))),
                Fault.in(
                        "no-city",
                        "Locations have no city",
                        objects(PLACES, one -> one.without("city"))),
                Fault.in(
                        "null-for-required",
                        "a required field is null",
                        objects(PLACES, one -> one.with("country", Json.Null.NULL))),
                Fault.in(
                        "unknown-status",
                        "an EVSE has a status of another version",
                        objects(PLACES, evses(evse -> evse.with("status", "FREE")))),
                Fault.in(
                        "price-as-text",
                        "prices are text",
                        objects(listOf("tariffs"), one -> one.with("elements", "0.49"))),
                Fault.in(
                        "token-without-contract",
                        "Tokens have no contract_id",
                        objects(listOf("tokens"), one -> one.without("contract_id"))));
    }

    private static List<Fault> singles() {
        return List.of(
                Fault.in(
                        "another-alone",
                        "a Location read alone is another than in the list",
                        objects(PLACES.and(deep(4)), one -> one.with("name", "Another"))),
                Fault.in(
                        "no-evse-path",
                        "EVSEs cannot be read alone",
                        answers(PLACES.and(deep(5)), a -> status(a, 404))),
                Fault.in(
                        "no-connector-path",
                        "Connectors cannot be read alone",
                        answers(PLACES.and(deep(6)), a -> status(a, 404))),
                Fault.in(
                        "missing-as-200",
                        "what is not there is answered with HTTP 200",
                        answers(PLACES, a -> a.status() == 404 ? taken(a) : a)));
    }

    private static List<Fault> relations() {
        return Stream.of(twins(), references()).flatMap(List::stream).toList();
    }

    private static List<Fault> twins() {
        return List.of(
                Fault.in(
                        "parent-not-lifted",
                        "a part was changed, the whole was not",
                        objects(PLACES, evses(evse -> evse.with("last_updated", LATER)))),
                Fault.in(
                        "twin-connectors",
                        "two Connectors of an EVSE have one id",
                        objects(
                                PLACES,
                                evses(
                                        field(
                                                "connectors",
                                                list -> {
                                                    List<Json> twice = items(list);
                                                    twice.addAll(items(list));
                                                    return Json.array(twice);
                                                })))));
    }

    private static List<Fault> references() {
        return List.of(
                Fault.in(
                        "from-the-future",
                        "last_updated is in the future",
                        objects(PLACES, one -> one.with("last_updated", "2099-01-01T00:00:00Z"))),
                Fault.in(
                        "tariff-missing",
                        "Connectors name a Tariff that there is not",
                        objects(
                                PLACES,
                                evses(
                                        field(
                                                "connectors",
                                                list ->
                                                        each(
                                                                list,
                                                                one ->
                                                                        one.with(
                                                                                "tariff_ids",
                                                                                Json.array(
                                                                                        List.of(
                                                                                                Json
                                                                                                        .text(
                                                                                                                "GONE"))))))))));
    }

    /** Paths with that many parts behind {@code /ocpi}. */
    private static Predicate<Request> deep(int parts) {
        return request -> request.segments().size() == parts + 1;
    }

    private static UnaryOperator<Json.Obj> evses(UnaryOperator<Json.Obj> spoilt) {
        return field("evses", list -> each(list, spoilt));
    }
}

package network.opencharging.tools.mock.fault;

import static network.opencharging.tools.mock.fault.Spoil.answers;
import static network.opencharging.tools.mock.fault.Spoil.each;
import static network.opencharging.tools.mock.fault.Spoil.envelopes;
import static network.opencharging.tools.mock.fault.Spoil.field;
import static network.opencharging.tools.mock.fault.Spoil.items;
import static network.opencharging.tools.mock.fault.Spoil.listOf;
import static network.opencharging.tools.mock.fault.Spoil.objects;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.tools.http.Request;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Faults of a hub: in what it says of itself, and in whom it lets pass. */
final class HubFaults {
    private HubFaults() {}

    static List<Fault> all() {
        return Stream.of(itself(), passing()).flatMap(List::stream).toList();
    }

    private static List<Fault> itself() {
        return List.of(
                Fault.in(
                        "hub-without-role",
                        "a hub: its credentials do not say HUB",
                        objects(
                                got("/ocpi/2.2.1/credentials"),
                                field(
                                        "roles",
                                        roles -> each(roles, one -> one.with("role", "OTHER"))))),
                Fault.in(
                        "client-without-status",
                        "a hub: its clients have no status",
                        objects(listOf("hubclientinfo"), one -> one.without("status"))),
                Fault.in(
                        "locations-one-sided",
                        "a hub: locations are passed on to receivers only",
                        objects(
                                got("/ocpi/2.2.1"),
                                field(
                                        "endpoints",
                                        list ->
                                                Json.array(
                                                        items(list).stream()
                                                                .filter(one -> !isTheSide(one))
                                                                .toList())))));
    }

    private static List<Fault> passing() {
        return List.of(
                Fault.in(
                        "unknown-receiver-2001",
                        "a hub: a receiver that nobody knows is the asker's fault",
                        envelopes(
                                Spoil::functional,
                                envelope ->
                                        envelope.with(
                                                "status_code",
                                                Json.number(
                                                        code(envelope) == 4001
                                                                ? 2001
                                                                : code(envelope))))),
                Fault.in(
                        "half-receiver-passed",
                        "a hub: half of a receiver is enough",
                        answers(HubFaults::hasHalfAReceiver, Spoil::taken)),
                Fault.in(
                        "no-sender-passed",
                        "a hub: nobody needs to say who asks",
                        answers(
                                request ->
                                        Spoil.functional(request)
                                                && lacks(request, HeaderNames.FROM_PARTY_ID),
                                Spoil::taken)),
                Fault.in(
                        "foreign-sender-passed",
                        "a hub: anybody may speak in the name of others",
                        answers(
                                Spoil::functional,
                                answer ->
                                        answer.body().contains("do not speak for")
                                                ? Spoil.taken(answer)
                                                : answer)));
    }

    private static Predicate<Request> got(String path) {
        return request -> request.method().equals("GET") && request.path().equals(path);
    }

    private static boolean isTheSide(Json endpoint) {
        return endpoint.text().contains("\"locations\"") && endpoint.text().contains("\"SENDER\"");
    }

    private static boolean hasHalfAReceiver(Request request) {
        return Spoil.functional(request)
                && lacks(request, HeaderNames.TO_COUNTRY_CODE)
                        != lacks(request, HeaderNames.TO_PARTY_ID);
    }

    private static boolean lacks(Request request, String header) {
        return request.headers().get(header).isEmpty();
    }

    private static int code(Json.Obj envelope) {
        return envelope.member("status_code").orElse(Json.Null.NULL) instanceof Json.Num number
                        && number.literal().matches("[0-9]{4}")
                ? Integer.parseInt(number.literal())
                : OcpiStatus.SUCCESS.code();
    }
}

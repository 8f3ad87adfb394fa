package network.opencharging.tools.mock.fault;

import static network.opencharging.tools.mock.fault.Spoil.answers;
import static network.opencharging.tools.mock.fault.Spoil.each;
import static network.opencharging.tools.mock.fault.Spoil.field;
import static network.opencharging.tools.mock.fault.Spoil.items;
import static network.opencharging.tools.mock.fault.Spoil.objects;
import static network.opencharging.tools.mock.fault.Spoil.status;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.http.Request;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults in versions, version details and credentials. */
final class VersionFaults {
    private static final Predicate<Request> VERSIONS = path("/ocpi/versions");
    private static final Predicate<Request> DETAILS = path("/ocpi/2.2.1");
    private static final Predicate<Request> CREDENTIALS = path("/ocpi/2.2.1/credentials");

    private VersionFaults() {}

    static List<Fault> all() {
        return Stream.of(versions(), directories(), credentials()).flatMap(List::stream).toList();
    }

    private static List<Fault> versions() {
        return List.of(
                Fault.in(
                        "no-versions",
                        "no version is offered",
                        Spoil.data(VERSIONS, _ -> Json.array(List.of()))),
                Fault.in(
                        "relative-urls",
                        "versions have relative addresses",
                        objects(VERSIONS, one -> one.with("url", "/ocpi/2.2.1"))),
                Fault.in(
                        "version-2.2",
                        "2.2 is offered for 2.2.1",
                        objects(VERSIONS, one -> one.with("version", "2.2"))),
                Fault.in(
                        "details-of-another",
                        "details name another version",
                        objects(DETAILS, one -> one.with("version", "2.1.1"))));
    }

    private static List<Fault> directories() {
        return List.of(
                Fault.in(
                        "role-unknown",
                        "an endpoint has a role that there is not",
                        endpoint("tariffs", one -> one.with("role", "OWNER"))),
                Fault.in(
                        "roles-exchanged",
                        "sessions have SENDER and RECEIVER exchanged",
                        endpoint(
                                "sessions",
                                one ->
                                        one.with(
                                                "role",
                                                one.textOf("role")
                                                                .equals(
                                                                        java.util.Optional.of(
                                                                                "SENDER"))
                                                        ? "RECEIVER"
                                                        : "SENDER"))),
                Fault.in(
                        "endpoint-twice",
                        "an endpoint is listed twice",
                        endpoints(list -> {
                            List<Json> items = items(list);
                            items.add(items.getLast());
                            return Json.array(items);
                        })),
                Fault.in(
                        "no-credentials",
                        "credentials are not listed",
                        endpoints(list ->
                                Json.array(
                                        items(list).stream()
                                                .filter(one ->
                                                        !one.text().contains("\"credentials\""))
                                                .toList()))));
    }

    private static List<Fault> credentials() {
        return List.of(
                Fault.in(
                        "credentials-without-roles",
                        "credentials have no roles",
                        objects(CREDENTIALS, one -> one.without("roles"))),
                Fault.in(
                        "register-twice",
                        "who is registered may register again",
                        answers(CREDENTIALS, a -> a.status() == 405 ? status(a, 200) : a)));
    }

    private static Predicate<Request> path(String path) {
        return request -> request.path().equals(path);
    }

    private static Fault.Receiving endpoints(UnaryOperator<Json> spoilt) {
        return objects(DETAILS, field("endpoints", spoilt));
    }

    private static Fault.Receiving endpoint(String module, UnaryOperator<Json.Obj> spoilt) {
        return endpoints(list ->
                each(
                        list,
                        one ->
                                one.textOf("identifier").filter(module::equals).isPresent()
                                        ? spoilt.apply(one)
                                        : one));
    }
}

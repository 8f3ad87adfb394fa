package network.opencharging.protocol.route;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.route.Route.Given;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

class RouteTableTest {
    private final RouteTable table = RouteTable.ocpi221();

    /** The golden file is the table people read; a change of the table is a change of the file. */
    @Test
    void theTableIsTheGoldenFile() throws IOException {
        String golden = resource("route-table.txt");
        StringBuilder written = new StringBuilder();
        for (Route route : table.routes()) {
            written.append(
                    "%s %s %s %s %s %s %s %s%n"
                            .formatted(
                                    route.module(),
                                    route.role(),
                                    route.method(),
                                    route.path().toString().isEmpty() ? "-" : route.path(),
                                    route.answer(),
                                    route.callback(),
                                    route.recipient(),
                                    route.given()));
        }
        assertThat(written.toString()).isEqualTo(golden);
    }

    @Test
    void everyFunctionalEndpointOfOcpiHasARowThatAnswersWhatOcpiSays() throws IOException {
        List<String> faults = new ArrayList<>();
        Json.Obj modules =
                ((Json.Obj) JsonReader.standard().read(resource("ocpi-endpoints.json")).orThrow())
                        .objectOf("2.2.1")
                        .orElseThrow();
        modules.members()
                .forEach((module, endpoints) -> {
                    if (((Json.Obj) endpoints).textOf("kind").equals(Optional.of("functional"))) {
                        for (InterfaceRole role : InterfaceRole.values()) {
                            compare(new ModuleId(module), role, (Json.Obj) endpoints, faults);
                        }
                    }
                });
        assertThat(faults).isEmpty();
    }

    private void compare(
            ModuleId module, InterfaceRole role, Json.Obj endpoints, List<String> faults) {
        Optional<Json> listed = endpoints.member(role.name().toLowerCase(Locale.ROOT));
        for (Json endpoint : listed.map(it -> ((Json.Arr) it).items()).orElse(List.of())) {
            Json.Obj row = (Json.Obj) endpoint;
            HttpMethod method = HttpMethod.of(row.textOf("method").orElseThrow()).orElseThrow();
            String path = examplePath(module, row.textOf("path").orElseThrow());
            Route found = table.find(new RouteKey(module, role, method, path)).route();
            if (found.answer() != expectedAnswer(row)) {
                faults.add("%s %s %s %s: %s".formatted(module, role, method, path, found.answer()));
            }
        }
    }

    /** A path of a URL that nodes give out; the others as the specification draws them. */
    private static String examplePath(ModuleId module, String path) {
        return switch (path) {
            case "{response_url}" ->
                    (module.equals(ModuleId.COMMANDS) ? "START_SESSION" : "S1") + "/7";
            case "{URL of the Location header}" -> "7";
            default ->
                    path.replace("{url}", "")
                            .replace("{command:CommandType}", "START_SESSION")
                            .replace("[/", "/")
                            .replace("]", "")
                            .replace("{", "")
                            .replace("}", "");
        };
    }

    private static Answer expectedAnswer(Json.Obj row) {
        String response = row.textOf("response").orElseThrow();
        boolean location =
                row.textOf("note").filter(it -> it.contains("Location (URL")).isPresent();
        if (response.equals("none")) {
            return location ? Answer.CREATED : Answer.NONE;
        }
        return response.endsWith("[*]") ? Answer.LIST : Answer.OBJECT;
    }

    @Test
    void theTableHasNoRowThatOcpiDoesNotKnow() throws IOException {
        Json.Obj modules =
                ((Json.Obj) JsonReader.standard().read(resource("ocpi-endpoints.json")).orThrow())
                        .objectOf("2.2.1")
                        .orElseThrow();
        for (Route route : table.routes()) {
            if (route.given() == Given.NOTHING) {
                Json.Arr known =
                        (Json.Arr)
                                modules.objectOf(route.module().value())
                                        .orElseThrow()
                                        .member(route.role().name().toLowerCase(Locale.ROOT))
                                        .orElseThrow();
                String path = route.path().toString();
                String expected = path.isEmpty() ? "{url}" : "{url}/" + path;
                assertThat(known.items())
                        .as("%s", route)
                        .anyMatch(it ->
                                ((Json.Obj) it)
                                                .textOf("path")
                                                .orElseThrow()
                                                .replace(":CommandType", "")
                                                .equals(expected)
                                        && ((Json.Obj) it)
                                                .textOf("method")
                                                .orElseThrow()
                                                .equals(route.method().name()));
            }
        }
    }

    @Test
    void anUnknownModuleAndAnUnknownVerbTravelAsTheyAre() {
        RouteTable.Match custom =
                find("nltnm-tokens", InterfaceRole.SENDER, HttpMethod.PUT, "any/thing");
        RouteTable.Match later = find("locations", InterfaceRole.RECEIVER, HttpMethod.DELETE, "x");

        assertThat(custom.route().answer()).isEqualTo(Answer.ANYTHING);
        assertThat(custom.route().callback()).isEqualTo(Callback.NONE);
        assertThat(later.route().answer()).isEqualTo(Answer.ANYTHING);
    }

    @Test
    void theNextPageOfAnyModuleIsFoundByTheIdThatANodeGaveOut() {
        RouteTable.Match tariffs =
                find("tariffs", InterfaceRole.SENDER, HttpMethod.GET, "page/abc");
        RouteTable.Match custom =
                find("nltnm-tokens", InterfaceRole.SENDER, HttpMethod.GET, "page/abc");

        assertThat(tariffs.route().given()).isEqualTo(Given.PAGE);
        assertThat(custom.route().given()).isEqualTo(Given.PAGE);
        assertThat(custom.id(Route.GIVEN_ID)).contains("abc");
    }

    @Test
    void aPathNamesTheOwnerAndTheObjectsInside() {
        RouteTable.Match match =
                find("locations", InterfaceRole.RECEIVER, HttpMethod.PATCH, "/DE/ALC/L1/3256/");

        assertThat(match.route().ownerInPath()).isTrue();
        assertThat(match.ids().toString())
                .isEqualTo("{country_code=DE, party_id=ALC, location_id=L1, evse_uid=3256}");
        assertThat(match.route().path().fill(match.ids())).isEqualTo("DE/ALC/L1/3256");
    }

    @Test
    void callbacksAreFoundInTheFormsThatOldAndNewNodesGiveOut() {
        for (String path : List.of("S1/id-1", "result/id-1")) {
            RouteTable.Match match =
                    find("chargingprofiles", InterfaceRole.SENDER, HttpMethod.POST, path);
            assertThat(match.route().given()).isEqualTo(Given.CALLBACK);
            assertThat(match.id(Route.GIVEN_ID)).contains("id-1");
        }
        assertThat(
                        find("commands", InterfaceRole.SENDER, HttpMethod.POST, "STOP_SESSION/id-1")
                                .id(Route.GIVEN_ID))
                .contains("id-1");
    }

    @Test
    void emptySegmentsAreNoIds() {
        RouteTable.Match match = find("tariffs", InterfaceRole.RECEIVER, HttpMethod.PUT, "DE//T1");

        assertThat(match.route().answer()).isEqualTo(Answer.ANYTHING);
    }

    @Test
    void aNodeAdvertisesBothSidesOfEveryFunctionalModule() {
        List<Endpoint> endpoints = Endpoint.ofNode("https://n.example", "2.2.1", table);

        assertThat(endpoints).hasSize(16);
        assertThat(new TreeSet<>(endpoints.stream().map(Endpoint::url).toList()))
                .hasSize(16)
                .contains(
                        "https://n.example/ocpi/2.2.1/credentials",
                        "https://n.example/ocpi/2.2.1/hubclientinfo",
                        "https://n.example/ocpi/sender/2.2.1/locations",
                        "https://n.example/ocpi/receiver/2.2.1/chargingprofiles");
    }

    private RouteTable.Match find(
            String module, InterfaceRole role, HttpMethod method, String path) {
        return table.find(new RouteKey(new ModuleId(module), role, method, path));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RouteTableTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

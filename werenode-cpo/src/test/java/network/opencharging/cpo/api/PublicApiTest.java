package network.opencharging.cpo.api;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.config.PublicPort;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.session.SiteUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What everybody may know, at a port of its own. */
class PublicApiTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    @TempDir private static Path folder;
    private static CpoUnderTest cpo;
    private static AdminClient operator;

    @BeforeAll
    static void start() {
        cpo = opened(folder);
        operator = AdminClient.of(cpo);
        SiteUnderTest.tariff(operator, "OPEN-T", "0.40");
        SiteUnderTest.tariff(operator, "HIDDEN-T", "0.10");
        cpo.knowsWorking("STREET-1");
        SiteUnderTest.of("alpha", operator, "STREET-1", "OPEN-T");
        SiteUnderTest.of("alpha", operator, "STREET-2", "OPEN-T");
        operator.does(
                "PUT",
                "/admin/locations/HIDDEN",
                """
                {'name':'Yard','zone':'Europe/Berlin','published':false,'address':{'street':'Ring 2',
                'city':'Berlin','country':'DEU','latitude':'52.52000','longitude':'13.40500'},
                'evses':[{'uid':'E9','evseId':'DE*ALC*E9','connectors':[
                {'id':'1','tariffs':['HIDDEN-T']}]}]}
                """);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static CpoUnderTest opened(Path folder) {
        return CpoUnderTest.start(
                folder,
                "--ocn.cpo.sessions.party=DE/ALC",
                "--ocn.cpo.public-api.host=127.0.0.1",
                "--ocn.cpo.public-api.port=0");
    }

    private static HttpResponse<String> asks(
            int port, String method, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> asks(String path, String... headers) {
        return asks(port(cpo), "GET", path, headers);
    }

    private static int port(CpoUnderTest of) {
        return of.part(PublicPort.class).number();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void publishedLocationsAreToldWithTheirTariffsAndNothingElseIs() {
        HttpResponse<String> all = asks("/api/locations");

        JsonNode said = json(all);
        assertThat(said.path("total").asInt()).isEqualTo(2);
        assertThat(said.path("locations").get(0).path("evses").get(0).path("evseId").asString())
                .isEqualTo("DE*ALC*E1");
        assertThat(said.path("tariffs").get(0).path("id").asString()).isEqualTo("OPEN-T");
        assertThat(all.body()).doesNotContain("HIDDEN", "Yard", "\"STREET-1\"", "alpha", "device");
        assertThat(all.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(json(asks("/api/locations/L-STREET-1")).path("tariffs")).hasSize(1);
        assertThat(asks("/api/locations/HIDDEN").statusCode()).isEqualTo(404);
        assertThat(asks("/api/locations/NOWHERE").body())
                .isEqualTo(asks("/api/locations/HIDDEN").body());
    }

    @Test
    void whoeverKnowsItAlreadyIsNotToldAgain() {
        String path = "/api/locations/L-STREET-2";
        String tag = asks(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = asks(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        SiteUnderTest.tariff(operator, "OPEN-T", "0.50");

        assertThat(asks(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeIsToldToEverybodyAsItHappens() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(cpo) + "/api/live"))
                        .build();
        try (Stream<String> lines = HTTP.send(request, HttpResponse.BodyHandlers.ofLines()).body();
                RawStation station = RawStation.connect(cpo, "STREET-1", "ocpp1.6")) {
            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Available','errorCode':'NoError'}");

            JsonNode status =
                    JsonMapper.shared()
                            .readTree(
                                    lines.filter(line -> line.startsWith("data:"))
                                            .filter(line -> line.contains("AVAILABLE"))
                                            .findFirst()
                                            .orElseThrow()
                                            .substring("data:".length()));
            assertThat(status.path("location").asString()).isEqualTo("L-STREET-1");
            assertThat(status.path("evse").asString()).isEqualTo("E1");
        }
    }

    @Test
    void itIsForReadingOnly() {
        assertThat(asks("/api/locations?limit=0").statusCode()).isEqualTo(400);
        assertThat(asks("/api/locations?limit=x").statusCode()).isEqualTo(400);
        assertThat(asks("/api/locations?offset=5").body()).contains("\"locations\":[]");
        assertThat(asks(port(cpo), "POST", "/api/locations").statusCode()).isEqualTo(405);
    }

    @Test
    void whoeverAsksTooOftenIsAskedToWait(@TempDir Path other) {
        try (CpoUnderTest busy = opened(other)) {
            List<Integer> many =
                    Stream.generate(() -> asks(port(busy), "GET", "/api/locations").statusCode())
                            .limit(3_000)
                            .takeWhile(status -> status != 429)
                            .toList();
            assertThat(many).hasSizeBetween(60, 2_999).containsOnly(200);
            assertThat(asks(busy.adminPort(), "GET", "/admin/").statusCode())
                    .as("nobody else waits")
                    .isEqualTo(200);
        }
    }

    @Test
    void eachPortHasItsOwnAndNothingOfTheOthers() {
        assertThat(asks("/admin/locations").statusCode()).isEqualTo(404);
        assertThat(asks("/admin/").statusCode()).isEqualTo(404);
        assertThat(asks("/ocpp/STREET-1").statusCode()).isEqualTo(404);
        assertThat(asks(cpo.adminPort(), "GET", "/api/locations").statusCode()).isEqualTo(404);
        assertThat(asks(cpo.port(), "GET", "/api/locations").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyIsToldAnythingUnlessTheSettingsSaySo(@TempDir Path other) {
        try (CpoUnderTest closed = CpoUnderTest.start(other)) {
            assertThat(closed.part(PublicPort.class).number()).isEqualTo(-1);
            assertThat(asks(closed.port(), "GET", "/api/locations").statusCode()).isEqualTo(404);
            assertThat(asks(closed.adminPort(), "GET", "/api/locations").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theDescriptionHasEveryPathAndNoOther() {
        Set<String> described =
                new TreeSet<>(json(asks("/api/openapi.json")).path("paths").propertyNames());
        Set<String> built = new TreeSet<>();
        cpo.part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api"))
                                .forEach(built::add));
        assertThat(described).isEqualTo(built).hasSize(4);
    }
}

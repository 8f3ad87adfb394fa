package network.opencharging.cpo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Two tenants at one backend, alpha and bravo, each with a station that has charged. Everything of
 * bravo has its name in it.
 */
class TenantsTest {
    private static final Set<String> OPEN =
            Set.of(
                    "/admin",
                    "/admin/",
                    "/admin/page.js",
                    "/admin/page.css",
                    "/admin/login",
                    "/admin/login/oidc",
                    "/admin/login/oidc/return",
                    "/admin/openapi.json");

    /** What has tests of its own: it goes on, or holds what one asked oneself. */
    private static final Set<String> ELSEWHERE = Set.of("/admin/live", "/admin/audit");

    @TempDir private static Path folder;
    private static CpoUnderTest cpo;
    private static AdminClient house;
    private static TenantUnderTest alpha;
    private static TenantUnderTest bravo;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder, "--ocn.cpo.sessions.party=DE/ALC");
        house = AdminClient.of(cpo);
        alpha = TenantUnderTest.charged(cpo, "alpha");
        bravo = TenantUnderTest.charged(cpo, "bravo");
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    /** Everything that the API answers, by method and pattern. */
    private static Map<String, Set<String>> operations() {
        Map<String, Set<String>> operations = new TreeMap<>();
        cpo.part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        mapping.getPatternValues().stream()
                                                .filter(path -> path.startsWith("/admin"))
                                                .filter(path -> !OPEN.contains(path))
                                                .forEach(path ->
                                                        operations
                                                                .computeIfAbsent(
                                                                        method.name(),
                                                                        _ -> new TreeSet<>())
                                                                .add(path))));
        return operations;
    }

    /** Paths in which one name stands for two kinds of things. */
    private static String named(String pattern) {
        return pattern.replace("/plugs/{name}", "/plugs/{plug}")
                .replace("/held/{kind}/{name}", "/held/LOCAL_LIST/list")
                .replace("/transactions/{name}", "/transactions/{transaction}");
    }

    private static List<String> asked(TenantUnderTest of) {
        List<String> paths = new ArrayList<>();
        for (String pattern : operations().getOrDefault("GET", Set.of())) {
            if (!ELSEWHERE.contains(pattern)) {
                paths.add(of.path(named(pattern).replace("{plug}", of.name() + "-plug")));
            }
        }
        paths.add("/admin/messages?station=" + of.names().get("station"));
        paths.add("/admin/transactions?stationId=" + of.names().get("station"));
        paths.add("/admin/sessions?emsp=DE/ALC&limit=1000");
        return paths;
    }

    @Test
    void nothingOfAnotherTenantIsSeenByAnyPathAndOnesOwnIs() {
        int own = 0;
        for (String path : asked(bravo)) {
            AdminClient.Answer foreign = alpha.admin().gets(path);
            assertThat(bravo.isIn(foreign.body().toString())).as("%s: %s", path, foreign).isFalse();
            AdminClient.Answer mine = bravo.admin().gets(path);
            own += mine.status() == 200 && bravo.isIn(mine.body().toString()) ? 1 : 0;
        }
        assertThat(own).as("this test would see something").isGreaterThan(20);
    }

    @Test
    void ofWhatWasDoneOnesOwnPeopleAreSeen() {
        assertThat(alpha.admin().gets("/admin/audit?limit=1000").body())
                .isNotEmpty()
                .allMatch(deed -> deed.path("who").asString().equals("alpha-admin"));
        assertThat(house.gets("/admin/audit?limit=1000").body())
                .anyMatch(deed -> deed.path("who").asString().equals("bravo-admin"))
                .anyMatch(deed -> deed.path("who").asString().equals("key"));
    }

    @Test
    void nothingOfAnotherTenantIsChangedByAnyPath() {
        String before = everything();
        for (String method : List.of("POST", "PUT", "DELETE")) {
            for (String pattern : operations().getOrDefault(method, Set.of())) {
                if (!pattern.contains("{")) {
                    continue;
                }
                String path = bravo.path(named(pattern).replace("{plug}", "bravo-plug"));
                AdminClient.Answer answer = alpha.admin().does(method, path, "{'role':'VIEWER'}");
                assertThat(answer.status())
                        .as("%s %s: %s", method, path, answer)
                        .isIn(400, 404, 409);
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    /** What does not change by itself. */
    private static String everything() {
        StringBuilder all = new StringBuilder();
        Stream.of("tariffs", "people", "cdrs", "id-tokens")
                .forEach(kind -> all.append(house.gets("/admin/" + kind).body()));
        house.gets("/admin/stations")
                .body()
                .forEach(one -> all.append(one.path("id")).append(one.path("admission")));
        house.gets("/admin/plugs").body().forEach(one -> all.append(one.path("name")));
        house.gets("/admin/locations")
                .body()
                .forEach(one -> all.append(one.path("id")).append(one.path("updatedAt")));
        house.gets("/admin/sessions")
                .body()
                .forEach(one -> all.append(one.path("id")).append(one.path("phase")));
        return all.toString();
    }

    @Test
    void idsOfOthersAreTakenAndDevicesAndTariffsOfOthersAreNotToBeHad() {
        String tariff =
                "{'country_code':'DE','party_id':'ALC','id':'BRAVO-T','currency':'EUR',"
                        + "'elements':[{'price_components':[{'type':'ENERGY','price':9.0,"
                        + "'step_size':1}]}],'last_updated':'2026-01-01T00:00:00Z'}";
        assertThat(alpha.admin().does("PUT", "/admin/tariffs/BRAVO-T", tariff).status())
                .isEqualTo(409);
        assertThat(putsLocation(alpha, "L-BRAVO-1", "ALPHA-1", "ALPHA-T").status()).isEqualTo(409);
        assertThat(putsLocation(alpha, "L-NEW", "BRAVO-1", "ALPHA-T").status()).isEqualTo(409);
        assertThat(putsLocation(alpha, "L-NEW", "ALPHA-9", "ALPHA-T").status())
                .as("a device that nobody has yet")
                .isEqualTo(409);
        AdminClient.Answer foreign = putsLocation(alpha, "L-ALPHA-1", "ALPHA-1", "BRAVO-T");
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.body().path("error").asString()).contains("no tariff BRAVO-T");
        assertThat(alpha.admin().gets("/admin/locations").body()).hasSize(2);
        assertThat(
                        alpha.admin()
                                .gets("/admin/locations/L-ALPHA-1")
                                .body()
                                .path("tenant")
                                .asString())
                .isEqualTo("alpha");
    }

    private static AdminClient.Answer putsLocation(
            TenantUnderTest by, String location, String device, String tariff) {
        String body =
                """
                {'name':'Site','zone':'Europe/Berlin','address':{'street':'Ring 1','city':'Berlin',
                'country':'DEU','latitude':'52.52000','longitude':'13.40500'},
                'evses':[{'uid':'E1','evseId':'DE*ALC*E1','device':'%s','connectors':[
                {'id':'1','tariffs':['%s']}]}]}
                """
                        .formatted(device, tariff);
        return by.admin().does("PUT", "/admin/locations/" + location, body);
    }

    @Test
    void aSessionIsBegunAtOnesOwnLocationsOnly() {
        String wish = "{'token':'CARD','location':'L-%s-1'}";

        assertThat(alpha.admin().does("POST", "/admin/sessions", wish.formatted("BRAVO")))
                .isEqualTo(alpha.admin().does("POST", "/admin/sessions", wish.formatted("NOWHERE")))
                .extracting(AdminClient.Answer::status)
                .isEqualTo(404);
        assertThat(alpha.admin().does("POST", "/admin/sessions", wish.formatted("ALPHA")).status())
                .as("it is not connected")
                .isEqualTo(409);
    }

    @Test
    void onlyWhatIsOnesOwnIsToldAsItHappens() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                Stream<String> lines = live(http, alpha)) {
            TenantUnderTest.charges(cpo, "BRAVO-1", "BRAVO-CARD");
            TenantUnderTest.charges(cpo, "ALPHA-1", "ALPHA-CARD");

            assertThat(lines.filter(line -> line.startsWith("data:")).findFirst())
                    .hasValue("data:L-ALPHA-1/E1");
        }
    }

    private static Stream<String> live(HttpClient http, TenantUnderTest by) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + cpo.adminPort() + "/admin/live"))
                        .header("Authorization", "Bearer " + by.admin().key())
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    }

    /** Whoever adds an operation decides who may do it. */
    @Test
    void everyOperationHasItsRowInTheTableAndItsDescriptionTellsTheRole() {
        Rights rights = new Rights();
        JsonNode described = house.gets("/admin/openapi.json").body().path("paths");
        operations()
                .forEach((method, patterns) ->
                        patterns.forEach(pattern -> {
                            String path = pattern.replaceAll("\\{\\w+}", "x");
                            assertThat(rights.find(method, path))
                                    .as("%s %s", method, pattern)
                                    .isPresent();
                            assertThat(
                                            described
                                                    .path(pattern)
                                                    .path(method.toLowerCase(Locale.ROOT))
                                                    .path("x-role")
                                                    .asString(""))
                                    .as("%s %s", method, pattern)
                                    .isEqualTo(rights.of(method, path).right().role().name());
                        }));
    }
}

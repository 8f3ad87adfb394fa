package network.opencharging.cpo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

class AdminApiTest {
    private static final Set<String> PAGE =
            Set.of("/admin", "/admin/", "/admin/page.js", "/admin/page.css");
    @TempDir private static Path folder;
    private static CpoUnderTest cpo;
    private static AdminClient operator;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder);
        operator = AdminClient.of(cpo);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    @Test
    void nothingWithoutTheKey() {
        assertThat(AdminClient.withKey(cpo, "wrong").gets("/admin/stations").status())
                .isEqualTo(401);
    }

    @Test
    void aStationIsWrittenDownAcceptedAndForgotten() {
        AdminClient.Answer put =
                operator.does("PUT", "/admin/stations/S1", "{'password':'0123456789abcdef'}");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body().path("securityProfile").asInt()).isOne();
        assertThat(put.body().path("hasPassword").asBoolean()).isTrue();
        assertThat(put.body().toString()).doesNotContain("0123456789abcdef");
        assertThat(operator.gets("/admin/stations").body()).isNotEmpty();
        assertThat(operator.does("DELETE", "/admin/stations/S1", "").status()).isEqualTo(204);
        assertThat(operator.gets("/admin/stations/S1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT | /admin/stations/S2 | {'password':'short'} | 400 | password
                    PUT | /admin/stations/S2 | {'securityProfile':4} | 400 | securityProfile
                    PUT | /admin/stations/S2 | {'securityProfile':2} | 400 | password
                    PUT | /admin/stations/S2 | {} | 400 | securityProfile 0
                    PUT | /admin/stations/S2 | nonsense | 400 | body
                    POST | /admin/stations/AWAY/commands/Reset | {'type':'Soft'} | 409 | not connected
                    POST | /admin/stations/AWAY/commands/Reset?wait=x | {'type':'Soft'} | 400 | wait
                    POST | /admin/stations/AWAY/commands/Reset?wait=500 | {'type':'Soft'} | 400 | wait
                    GET | /admin/commands/none | '' | 404 | command
                    GET | /admin/transactions?limit=0 | '' | 400 | limit
                    GET | /admin/transactions?active=odd | '' | 400 | active
                    GET | /admin/messages?before=odd | '' | 400 | before
                    """)
    void whatIsWrongIsSaid(String method, String path, String body, int status, String word) {
        AdminClient.Answer answer =
                operator.does(method, path, body == null || body.equals("''") ? "" : body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("error").asString()).contains(word);
    }

    /** Anybody may say he is it: only where the operator says so. */
    @Test
    void aStationWithoutPasswordIsWantedInSoManyWords() {
        String path = "/admin/stations/OPEN";
        assertThat(operator.does("PUT", path, "{'admission':'PARKED'}").status()).isEqualTo(200);
        assertThat(operator.does("PUT", path, "{}").status()).isEqualTo(400);
        assertThat(operator.does("PUT", path, "{'securityProfile':0}").status()).isEqualTo(200);
        assertThat(operator.does("PUT", path, "{}").status()).as("as it was").isEqualTo(200);
    }

    @Test
    void aWrongPayloadNeverReachesTheStation() {
        cpo.knowsWorking("S3");
        try (RawStation station = RawStation.connect(cpo, "S3", "ocpp1.6")) {
            station.asks("Heartbeat", "{}");
            AdminClient.Answer answer =
                    operator.does("POST", "/admin/stations/S3/commands/Reset", "{'type':'Odd'}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().path("error").asString()).contains("type");
            assertThat(
                            operator.does("POST", "/admin/stations/S3/commands/SetVariables", "{}")
                                    .body()
                                    .path("error")
                                    .asString())
                    .contains("no action of ocpp1.6");
            station.asks("Heartbeat", "{}");
            assertThat(station.unheard()).isZero();
        }
    }

    @Test
    void aCommandIsKeptWithItsAnswer() {
        cpo.knowsWorking("S4");
        try (RawStation station = RawStation.connect(cpo, "S4", "ocpp1.6")) {
            station.asks("Heartbeat", "{}");
            AdminClient.Answer sent =
                    operator.does("POST", "/admin/stations/S4/commands/ClearCache", "{}");
            assertThat(sent.status()).isEqualTo(202);
            assertThat(sent.body().path("dispatched").asBoolean()).isTrue();
            String id = station.hears().get(1).asString();
            station.says("[4,'%s','NotSupported','no cache',{}]".formatted(id));
            String path = "/admin/commands/" + sent.body().path("id").asString();
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            operator.gets(path).body().path("state").asString().equals("FAILED"));
            assertThat(operator.gets(path).body().path("answer").path("code").asString())
                    .isEqualTo("NotSupported");
            assertThat(operator.gets("/admin/stations/S4/commands").body()).hasSize(1);
        }
    }

    @Test
    void tokensTransactionsAndMessagesAreSeen() {
        operator.does("PUT", "/admin/id-tokens/T1", "{'status':'ACCEPTED'}");
        cpo.knowsWorking("S5");
        try (RawStation station = RawStation.connect(cpo, "S5", "ocpp1.6")) {
            station.asks(
                    "StartTransaction",
                    "{'connectorId':1,'idTag':'T1','meterStart':5,"
                            + "'timestamp':'2026-01-01T10:00:00Z'}");
        }
        JsonNode running =
                operator.gets("/admin/transactions?stationId=S5&idToken=T1&active=true").body();
        assertThat(running).hasSize(1);
        assertThat(running.get(0).path("registerStart").asInt()).isEqualTo(5);
        String name = running.get(0).path("ocppId").asString();
        assertThat(operator.gets("/admin/stations/S5/transactions/" + name).status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        operator.gets("/admin/messages?station=S5&action=StartTransaction")
                                        .body()
                                        .size()
                                == 2);
        assertThat(operator.does("DELETE", "/admin/id-tokens/T1", "").status()).isEqualTo(204);
    }

    @Test
    void howMuchThereIsToDoIsTold() {
        JsonNode load = operator.gets("/admin/load").body();

        assertThat(load.propertyNames())
                .contains("connected", "messagesWaiting", "messagesLeftOut", "metersWaiting");
        assertThat(load.path("messagesLeftOut").asLong(-1)).isZero();
    }

    /** Whoever adds an operation describes it. */
    @Test
    void theDescriptionHasEveryOperationAndNoOther() {
        JsonNode described =
                AdminClient.withKey(cpo, "").gets("/admin/openapi.json").body().path("paths");
        Set<String> there = new TreeSet<>();
        described
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method ->
                                        there.add(
                                                method.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        Set<String> built = new TreeSet<>();
        cpo.part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith("/admin"))
                                .filter(path -> !PAGE.contains(path))
                                .forEach(path ->
                                        mapping.getMethodsCondition()
                                                .getMethods()
                                                .forEach(
                                                        method -> built.add(method + " " + path))));
        assertThat(there).isEqualTo(built).isNotEmpty();
    }
}

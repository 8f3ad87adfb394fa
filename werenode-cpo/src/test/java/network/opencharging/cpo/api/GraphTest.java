package network.opencharging.cpo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import graphql.introspection.IntrospectionQuery;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.people.PersonUnderTest;
import network.opencharging.cpo.session.SiteUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** GraphQL for reading: two tenants, each with a charge that is over. */
class GraphTest {
    private static final String EVERYTHING =
            """
            { locations { id name operator evses { uid status device
                connectors { id tariffs { id text } } } }
              tariffs { id currency text }
              sessions { id emsp token energy cost location { id } events { said }
                cdr { id totalExclVat session { id } } }
              cdrs { id emsp energy totalInclVat session { id token } } }
            """;

    @TempDir private static Path folder;
    private static CpoUnderTest cpo;
    private static AdminClient house;
    private static AdminClient alpha;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder, "--ocn.cpo.sessions.party=DE/ALC");
        house = AdminClient.of(cpo);
        alpha = PersonUnderTest.program(cpo, "alpha-reads", "VIEWER", "alpha");
        charged("ALPHA");
        charged("BRAVO");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> house.gets("/admin/cdrs").body().size() == 2);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static void charged(String tenant) {
        String low = tenant.toLowerCase(Locale.ROOT);
        AdminClient admin = PersonUnderTest.program(cpo, low + "-admin", "ADMIN", low);
        SiteUnderTest.tariff(admin, tenant + "-T", "0.40");
        cpo.knowsWorking(tenant + "-1");
        cpo.knowsToken(tenant + "-CARD");
        SiteUnderTest.of(low, house, tenant + "-1", tenant + "-T");
        try (RawStation station = RawStation.connect(cpo, tenant + "-1", "ocpp1.6")) {
            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Available','errorCode':'NoError'}");
            int transaction =
                    station.asks(
                                    "StartTransaction",
                                    ("{'connectorId':1,'idTag':'%s-CARD','meterStart':0,"
                                                    + "'timestamp':'2026-01-01T10:00:00Z'}")
                                            .formatted(tenant))
                            .path("transactionId")
                            .asInt();
            station.asks(
                    "StopTransaction",
                    ("{'transactionId':%d,'meterStop':8000,'timestamp':'2026-01-01T11:00:00Z',"
                                    + "'reason':'Local'}")
                            .formatted(transaction));
        }
    }

    private static JsonNode asks(AdminClient by, String query) {
        String body = JsonNodeFactory.instance.objectNode().put("query", query).toString();
        AdminClient.Answer answer = by.does("POST", "/admin/graphql", body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    @Test
    void oneQuestionBringsAChargeWithItsPlaceItsBillAndWhatItHeard() {
        JsonNode session =
                asks(house, EVERYTHING)
                        .path("data")
                        .path("sessions")
                        .valueStream()
                        .filter(one -> one.path("token").asString().equals("ALPHA-CARD"))
                        .findFirst()
                        .orElseThrow();

        assertThat(session.path("energy").asInt()).isEqualTo(8_000);
        assertThat(new BigDecimal(session.path("cost").asString())).isEqualByComparingTo("3.84");
        assertThat(session.path("location").path("id").asString()).isEqualTo("L-ALPHA-1");
        assertThat(new BigDecimal(session.path("cdr").path("totalExclVat").asString()))
                .isEqualByComparingTo("3.20");
        assertThat(session.path("cdr").path("session").path("id")).isEqualTo(session.path("id"));
        assertThat(session.path("events").valueStream().map(one -> one.path("said").asString()))
                .anyMatch(said -> said.startsWith("Energy began, transaction"))
                .anyMatch(said -> said.endsWith("meter at 8.000 kWh, reason Local"))
                .noneMatch(said -> said.contains("["));
    }

    @Test
    void aTenantSeesHisOwnOnly() {
        String seen = asks(alpha, EVERYTHING).toString();
        String all = asks(house, EVERYTHING).toString();

        assertThat(seen).contains("L-ALPHA-1", "ALPHA-T", "ALPHA-CARD").doesNotContain("BRAVO");
        assertThat(all).contains("L-BRAVO-1", "BRAVO-T", "BRAVO-CARD");
        String bravos =
                asks(house, "{ sessions { id location { id } cdr { id } } }")
                        .path("data")
                        .path("sessions")
                        .valueStream()
                        .filter(one ->
                                one.path("location").path("id").asString().equals("L-BRAVO-1"))
                        .map(one ->
                                ("{ session(id: \"%s\") { token } cdr(id: \"%s\") { token }"
                                                + " location(id: \"L-BRAVO-1\") { name }"
                                                + " evse(location: \"L-BRAVO-1\", uid: \"E1\") {"
                                                + " device } tariff(id: \"BRAVO-T\") { text } }")
                                        .formatted(
                                                one.path("id").asString(),
                                                one.path("cdr").path("id").asString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(asks(house, bravos).path("data").valueStream())
                .hasSize(5)
                .noneMatch(JsonNode::isNull);
        assertThat(asks(alpha, bravos).path("data").valueStream())
                .hasSize(5)
                .allMatch(JsonNode::isNull);
    }

    @Test
    void whatTheSchemaIsIsToldToWhoeverMayComeIn() {
        String question = "{ __schema { types { name fields { name type { name } } } } }";

        assertThat(asks(alpha, IntrospectionQuery.INTROSPECTION_QUERY).path("data").toString())
                .as("as clients ask")
                .contains("totalExclVat");
        assertThat(asks(alpha, question).path("data").toString())
                .contains("Session", "totalExclVat");
        assertThat(
                        AdminClient.withKey(cpo, "")
                                .does("POST", "/admin/graphql", "{'query':'{ __typename }'}")
                                .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ c: cdrs(first: 200) { session { location { evses { connectors { tariffs { text }"
                    + " } } } } } a: sessions(first: 200) { location { evses { connectors { tariffs"
                    + " { text } } } } } b: sessions(first: 200) { location { evses { connectors {"
                    + " tariffs { text } } } } } }",
                "{ cdr(id: \"x\") { session { cdr { session { cdr { session { cdr { session { cdr {"
                    + " session { cdr { session { cdr { session { cdr { session { id } } } } } } }"
                    + " } } } } } } } } } }",
                "{ sessions(first: 201) { id } }",
                "{ sessions(first: 0) { id } }",
                "{ sessions(offset: -1) { id } }",
                "{ sessions { password } }",
                "mutation { stop }",
                "{"
            })
    void whatAsksTooMuchOrWrongIsAnsweredWithAnErrorAndNothingElse(String query) {
        JsonNode answer = asks(alpha, query);

        assertThat(answer.path("errors")).as("%s", answer).isNotEmpty();
        assertThat(answer.path("data").path("sessions").size()).isZero();
        assertThat(answer.path("errors").toString()).doesNotContain("java.", "Exception:");
    }
}

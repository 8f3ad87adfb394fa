package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything an operator can ask of a node, asked of a real one. The page and the description for
 * machines are made of it; {@code -Docn.docs=write} writes them.
 */
@TestMethodOrder(OrderAnnotation.class)
class AdminApiTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId CAROL = new PartyId("AT", "CRL");
    private static final Path PAGE = Path.of("../docs/admin-api.md");
    private static final Path DESCRIPTION = Path.of("src/main/resources/admin/openapi.json");

    /** For browsers: pages, and what a page is fed with while it is open. */
    private static final Set<String> OF_PAGES =
            Set.of(
                    "GET /admin/login",
                    "POST /admin/login",
                    "GET /admin/login/oidc",
                    "GET /admin/login/oidc/callback",
                    "GET /admin/live");

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;
    private static AdminApi api;
    private static StubPlatform alice;
    private static String token = "";

    @BeforeAll
    static void start() {
        node = RunningNode.start(folder, List.of("--ocn.peers.ask=false"), ALICE, CAROL);
        api = new AdminApi(node, folder.resolve("snippets"));
        alice = new StubPlatform();
        alice.answerPost(_ -> success(alice.credentials(ALICE)));
        alice.answerPut(_ -> success(alice.credentials(ALICE)));
    }

    @AfterAll
    static void stop() {
        alice.close();
        node.close();
    }

    @Test
    @Order(1)
    void platformsComeIn() {
        Json.Obj carol =
                api.ask(
                        PlatformOperations.INVITE_A_PLATFORM,
                        "{\"parties\":[{\"country_code\":\"AT\",\"party_id\":\"CRL\"}],\"days\":7}");
        Json.Obj registered =
                api.ask(
                        PlatformOperations.BEGIN_A_HANDSHAKE,
                        "{\"versions_url\":\"%s\",\"token\":\"%s\"}"
                                .formatted(alice.versionsUrl(), StubPlatform.TOKEN));
        String id = id(registered);
        api.ask(PlatformOperations.INSPECT_A_PLATFORM, "", id);
        api.ask(PlatformOperations.END_A_REGISTRATION_OR_WITHDRAW_AN_INVITATION, "", id(carol));
        api.ask(PlatformOperations.LIST_PLATFORMS, "");
    }

    @Test
    @Order(2)
    void platformsAreCaredFor() {
        String id = aliceId();
        api.ask(PlatformOperations.SUSPEND_A_PLATFORM, "", id);
        api.ask(PlatformOperations.RESUME_A_PLATFORM, "", id);
        api.ask(PlatformOperations.ROTATE_THE_TOKENS_OF_A_PLATFORM, "", id);
        api.ask(PlatformOperations.READ_A_PLATFORM_AGAIN, "", id);
        Json.Obj again = api.ask(PlatformOperations.INVITE_A_PLATFORM_AGAIN, "{\"days\":7}", id);
        token =
                node.call(
                                "POST",
                                "/ocpi/2.2.1/credentials",
                                again.textOf("token").orElseThrow(),
                                alice.credentials(ALICE))
                        .token();
    }

    @Test
    @Order(3)
    void rulesAreSeen() {
        node.call(
                "POST",
                "/ocpi/receiver/2.2.1/ocnrules/blacklist",
                token,
                "{\"country_code\":\"NL\",\"party_id\":\"SOU\",\"modules\":[\"commands\"]}");
        api.ask(NetworkOperations.LIST_THE_RULES_OF_PLATFORMS, "");
        api.ask(NetworkOperations.SEE_THE_RULES_OF_A_PLATFORM, "", aliceId());
    }

    @Test
    @Order(4)
    void otherNodesAndTheRegistryAreSeen() {
        String south = RunningNode.SOUTH.address().toString();
        api.ask(NetworkOperations.SEE_THE_ADDRESS_OF_THIS_NODE, "");
        api.ask(NetworkOperations.LIST_OTHER_NODES, "");
        api.ask(NetworkOperations.INSPECT_ANOTHER_NODE, "", south);
        api.ask(NetworkOperations.ASK_ANOTHER_NODE_WHAT_IT_READS, "", south);
        api.ask(NetworkOperations.SEE_HOW_FRESH_THE_REGISTRY_IS, "");
        api.ask(NetworkOperations.READ_THE_REGISTRY_AGAIN, "");
        api.ask(NetworkOperations.LOOK_A_PARTY_UP, "", "NL", "SOU");
        api.ask(NetworkOperations.LOOK_AN_OPERATOR_UP, "", south);
    }

    @Test
    @Order(5)
    void messagesAndTheStateAreSeen() {
        node.callWith(
                "GET",
                "/ocpi/sender/2.2.1/tariffs",
                Map.of(
                        "Authorization",
                        "Token " + StubPlatform.base64(token),
                        "OCPI-from-country-code",
                        "DE",
                        "OCPI-from-party-id",
                        "ALC",
                        "OCPI-to-country-code",
                        "AT",
                        "OCPI-to-party-id",
                        "CRL"),
                "");
        await().until(() ->
                node.admin("GET", "/messages?party=AT/CRL", "").body().text().contains("tariffs"));
        Json.Obj found =
                api.ask(TrafficOperations.SEARCH_THE_MESSAGES, List.of("party", "AT/CRL"), "");
        String id = found.text().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
        api.ask(TrafficOperations.FOLLOW_A_MESSAGE_STEP_BY_STEP, "", id);
        api.ask(TrafficOperations.SEE_HOW_THE_NODE_STANDS, "");
        api.ask(TrafficOperations.LIST_THE_PARTIES_OF_THE_NETWORK, List.of("party", "AT/CRL"), "");
    }

    @Test
    @Order(6)
    void administratorsAreSeen() {
        api.ask(PeopleOperations.GIVE_AN_ADMINISTRATOR_A_KEY, "", "ci");
        api.ask(
                PeopleOperations.GIVE_AN_ADMINISTRATOR_A_PASSWORD,
                "{\"password\":\"twelve characters or more\"}",
                "anna");
        api.ask(PeopleOperations.LIST_ADMINISTRATORS, "");
        api.ask(PeopleOperations.REMOVE_AN_ADMINISTRATOR, "", "anna");
        api.ask(PeopleOperations.SEE_WHO_IS_SIGNED_IN, "");
        api.ask(PeopleOperations.SIGN_OUT, "");
        api.ask(
                PeopleOperations.SEARCH_THE_AUDIT,
                List.of("what", "/admin/administrators", "limit", "2"),
                "");
        api.ask(PeopleOperations.READ_THIS_DESCRIPTION, "");
    }

    @Test
    @Order(7)
    void nothingIsLeftOut() {
        Set<String> served = new TreeSet<>();
        node.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> served.addAll(names(mapping)));
        served.removeAll(OF_PAGES);
        Set<String> told = new TreeSet<>();
        api.operations().forEach(each -> told.add(each.method() + " " + each.path()));

        assertThat(told).isEqualTo(served);
    }

    @Test
    @Order(8)
    void thePageAndTheDescriptionAreWhatWasAnswered() throws IOException {
        String page = new AdminApiPage(api.snippets(), node).of(api.operations());
        String description = OpenApi.of(api.operations()).text();
        if (System.getProperty("ocn.docs", "check").equals("write")) {
            Files.writeString(PAGE, page);
            Files.writeString(DESCRIPTION, description + "\n");
        }
        String what = "run AdminApiTest with -Docn.docs=write and check %s in";
        assertThat(Files.readString(DESCRIPTION).strip())
                .as(what, DESCRIPTION)
                .isEqualTo(description);
        assertThat(Files.readString(PAGE)).as(what, PAGE).isEqualTo(page);
        assertThat(JsonReader.standard().read(description)).isNotNull();
    }

    private static Set<String> names(RequestMappingInfo mapping) {
        Set<String> names = new TreeSet<>();
        for (String path : mapping.getPatternValues()) {
            boolean page =
                    path.equals("/admin")
                            || path.equals("/admin/")
                            || path.contains("*")
                            || path.matches(".*\\.(css|js|svg|html)|.*\\{file.*");
            if (path.startsWith("/admin") && !page) {
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> names.add(method + " " + path));
            }
        }
        return names;
    }

    private static String aliceId() {
        return node.admin("GET", "/platforms", "")
                .body()
                .text()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static String id(Json.Obj platform) {
        return platform.textOf("id").orElseThrow();
    }

    private static String success(String data) {
        return "{\"status_code\":1000,\"data\":%s,\"timestamp\":\"2026-01-01T00:00:00Z\"}"
                .formatted(data);
    }
}

package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The list of a hub's clients (OCPI 2.2.1 §15): states, pages, and only what has changed. */
class ClientListTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId CAROL = new PartyId("AT", "CRL");
    private static final PartyId DAVE = new PartyId("FR", "DAV");
    private static final String LIST = "/ocpi/2.2.1/hubclientinfo";

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;
    private static StubPlatform platform;
    private static String alice;

    @BeforeAll
    static void aliceAndCarolAreRegisteredAndDaveIsNot() {
        node = RunningNode.start(folder, ALICE, CAROL, DAVE);
        platform = new StubPlatform();
        alice = register(ALICE);
        var _ = register(CAROL);
    }

    @AfterAll
    static void stop() {
        platform.close();
        node.close();
    }

    private static String register(PartyId party) {
        return node.call(
                        "POST",
                        "/ocpi/2.2.1/credentials",
                        node.invite(party),
                        platform.credentials(party))
                .token();
    }

    @Test
    void whoIsListedAndNotRegisteredIsPlannedAndWhoIsSuspendedIsShownSo() {
        assertThat(state("FR", "DAV")).isEqualTo("PLANNED");
        assertThat(state("NL", "SOU")).as("at another node").isEqualTo("CONNECTED");
        assertThat(state("AT", "CRL")).isEqualTo("CONNECTED");

        carols("suspend");
        assertThat(state("AT", "CRL")).isEqualTo("SUSPENDED");
        carols("resume");
        assertThat(state("AT", "CRL")).isEqualTo("CONNECTED");
    }

    @Test
    void pagesFollowOneAnotherUntilEverybodyWasSeenOnce() {
        int all = items(node.call("GET", LIST, alice)).size();
        List<String> seen = new ArrayList<>();
        String next = LIST + "?limit=2";
        while (!next.isEmpty()) {
            Answer page = node.call("GET", next, alice);
            assertThat(header(page, "X-Total-Count")).isEqualTo(Integer.toString(all));
            assertThat(items(page)).hasSizeLessThanOrEqualTo(2);
            items(page).forEach(item -> seen.add(name(item)));
            next = header(page, "Link").replaceAll("^<" + node.url() + "([^>]*)>.*$", "$1");
        }

        assertThat(seen).hasSize(all).doesNotHaveDuplicates();
        assertThat(items(node.call("GET", LIST + "?offset=" + all, alice))).isEmpty();
    }

    @Test
    void onlyWhatHasChangedSinceIsToldToWhoAsksForIt() {
        assertThat(names(LIST)).as("the node has looked").contains("AT/CRL CPO");
        carols("suspend");
        String changed =
                items(node.call("GET", LIST, alice)).stream()
                        .filter(item -> name(item).startsWith("AT/CRL"))
                        .map(item -> item.textOf("last_updated").orElseThrow())
                        .findFirst()
                        .orElseThrow();

        assertThat(names(LIST + "?date_from=" + changed)).contains("AT/CRL CPO");
        assertThat(names(LIST + "?date_to=2100-01-01T00:00:00Z")).contains("AT/CRL CPO");
        assertThat(names(LIST + "?date_to=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(names(LIST + "?date_from=2100-01-01T00:00:00Z")).isEmpty();
        carols("resume");
    }

    private static void carols(String deed) {
        for (Json item : array(node.admin("GET", "/platforms", "").body(), "items")) {
            if (item instanceof Json.Obj found && isCarols(found)) {
                String id = found.textOf("id").orElseThrow();
                assertThat(node.admin("POST", "/platforms/" + id + "/" + deed, "").http())
                        .isEqualTo(200);
            }
        }
    }

    private static boolean isCarols(Json.Obj item) {
        return item.text().contains("\"CRL\"");
    }

    private static String state(String country, String party) {
        return items(node.call("GET", LIST, alice)).stream()
                .filter(item -> name(item).equals(country + "/" + party + " CPO"))
                .map(item -> item.textOf("status").orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(String path) {
        Set<String> names = new TreeSet<>();
        items(node.call("GET", path, alice)).forEach(item -> names.add(name(item)));
        return names;
    }

    private static String name(Json.Obj item) {
        return "%s/%s %s"
                .formatted(
                        item.textOf("country_code").orElseThrow(),
                        item.textOf("party_id").orElseThrow(),
                        item.textOf("role").orElseThrow());
    }

    private static List<Json.Obj> items(Answer answer) {
        return array(answer.body(), "data").stream().map(Json.Obj.class::cast).toList();
    }

    private static List<Json> array(Json.Obj body, String member) {
        return body.member(member).orElseThrow() instanceof Json.Arr(var items)
                ? List.copyOf(items)
                : List.of();
    }

    private static String header(Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }
}

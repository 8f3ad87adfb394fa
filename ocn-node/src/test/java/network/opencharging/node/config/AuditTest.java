package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/** What an administrator did stands in the audit: who, when, what, how it ended, and no secret. */
class AuditTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, ALICE);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @Test
    void aDeedIsFoundByWhoAndWhatWithItsOutcome() {
        String key =
                node.admin("POST", "/administrators/auditor/key", "")
                        .body()
                        .textOf("key")
                        .orElse("");
        Answer invited =
                node.call(
                        "POST",
                        "/admin/platforms",
                        key,
                        "{\"parties\":[{\"country_code\":\"DE\",\"party_id\":\"ALC\"}]}");
        String token = invited.body().textOf("token").orElseThrow();
        String id = invited.body().textOf("id").orElseThrow();
        node.call("DELETE", "/admin/platforms/" + id + "x", key);

        String deeds = audit("?who=auditor&what=/admin/platforms");

        assertThat(deeds)
                .contains("\"what\":\"POST /admin/platforms\"", "\"http_status\":201", "DE/ALC", id)
                .contains("\"what\":\"DELETE /admin/platforms/" + id + "x\"", "\"http_status\":404")
                .contains("\"way\":\"KEY\"", "\"from\":\"127.0.0.1\"");
        assertThat(audit("")).doesNotContain(token, key, RunningNode.ADMIN_KEY);
    }

    @Test
    void whoOnlyLooksIsNotWrittenDown() {
        node.admin("GET", "/platforms?just-looking", "");

        assertThat(audit("?what=GET%20/admin/platforms")).isEqualTo("{\"deeds\":[]}");
    }

    @Test
    void wrongKeysAndSigningInStandThereToo() {
        node.call("GET", "/admin/audit", "a-key-that-is-nobodys");
        try (Browser browser = new Browser(node)) {
            browser.signIn("carla", "a wrong password", "");
            browser.signIn("admin", RunningNode.ADMIN_KEY, "");
        }

        assertThat(audit("?who=-")).contains("\"http_status\":401", "with a key that is nobody's");
        assertThat(audit("?who=carla")).contains("\"note\":\"refused\"");
        assertThat(audit("?who=admin&what=login")).contains("\"note\":\"signed in\"");
        assertThat(audit("")).doesNotContain("a-key-that-is-nobodys", "a wrong password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=noon", "until=1", "limit=0", "limit=1001", "limit=x"})
    void aWrongMarkIsNamed(String query) {
        Answer answer = node.admin("GET", "/audit?" + query, "");

        assertThat(answer.http()).isEqualTo(400);
        assertThat(answer.body().textOf("field")).contains(query.substring(0, query.indexOf('=')));
    }

    private static String audit(String query) {
        Answer answer = node.admin("GET", "/audit" + query, "");
        assertThat(answer.http()).isEqualTo(200);
        return answer.body().text();
    }
}

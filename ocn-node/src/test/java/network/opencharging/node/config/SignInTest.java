package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;

/** People sign in with a browser; a page that is not the node's own can do nothing with it. */
class SignInTest {
    private static final String PASSWORD = "a password of some length";

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    private Browser browser;

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(node);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void whoIsNotSignedInIsLedToTheFormAndBack() {
        HttpResponse<String> first = browser.get("/admin/messages?limit=5");

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(location(first)).isEqualTo("/admin/login?next=%2Fadmin%2Fmessages%3Flimit%3D5");
        HttpResponse<String> form = browser.get(location(first));
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("value=\"/admin/messages?limit=5\"");

        HttpResponse<String> signedIn =
                browser.signIn("admin", RunningNode.ADMIN_KEY, "/admin/messages?limit=5");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(location(signedIn)).isEqualTo("/admin/messages?limit=5");
        assertThat(browser.get(location(signedIn)).statusCode()).isEqualTo(200);
    }

    @Test
    void noScriptReadsTheCookieAndNoForeignFormSendsIt() {
        browser.signIn("admin", RunningNode.ADMIN_KEY, "");

        assertThat(browser.cookie()).contains("HttpOnly", "SameSite=Lax", "Path=/admin", "Max-Age");
        assertThat(browser.get("/admin/session").headers().map())
                .containsKeys("content-security-policy", "x-content-type-options");
    }

    @Test
    void twoNodesOnOneHostHaveCookiesOfTheirOwn() {
        browser.signIn("admin", RunningNode.ADMIN_KEY, "");

        assertThat(browser.cookie()).startsWith("ocn-admin-" + node.port() + "=");
    }

    @Test
    void withACookieNothingChangesWithoutTheProofOfItsSession() {
        browser.signIn("admin", RunningNode.ADMIN_KEY, "");
        int before = node.platforms();

        assertThat(browser.change("POST", "/admin/platforms", "", "{}").statusCode())
                .isEqualTo(403);
        assertThat(browser.change("POST", "/admin/platforms", "0".repeat(64), "{}").statusCode())
                .isEqualTo(403);
        assertThat(browser.change("POST", "/admin/platforms", "nonsense", "{}").statusCode())
                .isEqualTo(403);
        assertThat(node.platforms()).isEqualTo(before);
        assertThat(browser.change("POST", "/admin/platforms", browser.proof(), "{}").statusCode())
                .isEqualTo(201);
        assertThat(node.platforms()).isEqualTo(before + 1);
    }

    @Test
    void whoSignedOutIsOutAlsoWithTheCookieThatSomebodyKept() {
        browser.signIn("admin", RunningNode.ADMIN_KEY, "");
        String kept = browser.cookie();

        assertThat(browser.change("DELETE", "/admin/session", browser.proof(), "").statusCode())
                .isEqualTo(200);
        browser.showing(kept);

        assertThat(browser.get("/admin/session").statusCode()).isEqualTo(303);
    }

    @Test
    void aPersonSignsInUnderItsOwnNameUntilItIsRemoved() {
        node.admin("PUT", "/administrators/anna/password", password(PASSWORD));

        assertThat(browser.signIn("anna", PASSWORD + "?", "").statusCode()).isEqualTo(401);
        assertThat(browser.signIn("anna", PASSWORD, "").statusCode()).isEqualTo(303);
        assertThat(browser.session().textOf("name")).contains("anna");

        assertThat(node.admin("DELETE", "/administrators/anna", "").http()).isEqualTo(200);
        assertThat(browser.get("/admin/session").statusCode()).isEqualTo(303);
        assertThat(browser.signIn("anna", PASSWORD, "").statusCode()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        node.admin("PUT", "/administrators/bert/password", password(PASSWORD));
        browser.signIn("bert", PASSWORD, "");
        assertThat(browser.get("/admin/session").statusCode()).isEqualTo(200);

        node.admin("PUT", "/administrators/bert/password", password("another " + PASSWORD));

        assertThat(browser.get("/admin/session").statusCode()).isEqualTo(303);
    }

    @Test
    void aKeyOfItsOwnOpensUntilItIsReplaced() {
        String key =
                node.admin("POST", "/administrators/ci/key", "").body().textOf("key").orElse("");

        assertThat(node.call("GET", "/admin/session", key).body().textOf("name")).contains("ci");
        assertThat(node.admin("GET", "/administrators", "").body().text()).doesNotContain(key);

        node.admin("POST", "/administrators/ci/key", "");
        assertThat(node.call("GET", "/admin/session", key).http()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/admin//evil.example",
                "/ocpi/versions",
                "/admin/\"><script>",
                "/admin/\r\nSet-Cookie: a=b"
            })
    void theFormLeadsNowhereElse(String next) {
        HttpResponse<String> signedIn = browser.signIn("admin", RunningNode.ADMIN_KEY, next);

        assertThat(location(signedIn)).isEqualTo("/admin/");
    }

    @Test
    void whatIsWrongWithANameOrPasswordIsSaid() {
        assertThat(node.admin("PUT", "/administrators/anna/password", password("short")).body())
                .satisfies(it -> assertThat(it.textOf("field")).contains("password"));
        assertThat(node.admin("PUT", "/administrators/Anna/password", password(PASSWORD)).body())
                .satisfies(it -> assertThat(it.textOf("field")).contains("name"));
        assertThat(node.admin("POST", "/administrators/admin/key", "").body())
                .satisfies(it -> assertThat(it.textOf("field")).contains("name"));
        assertThat(node.admin("DELETE", "/administrators/nobody", "").http()).isEqualTo(404);
    }

    private static String password(String password) {
        return Json.Obj.EMPTY.with("password", password).text();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }
}

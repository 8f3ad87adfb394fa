package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Who guesses keys or passwords has to wait longer and longer. */
class GuessingTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void afterSomeWrongKeysNoneIsLookedAtForAWhile() {
        try (RunningNode node = RunningNode.start(folder)) {
            for (int i = 0; i < 5; i++) {
                assertThat(node.call("GET", "/admin/platforms", "wrong-key-number-" + i).http())
                        .isEqualTo(401);
            }
            Answer sixth = node.call("GET", "/admin/platforms", "wrong-key-number-6");

            assertThat(sixth.http()).isEqualTo(429);
            assertThat(sixth.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(node.admin("GET", "/platforms", "").http())
                    .as("not even the right one, or a guesser would learn it")
                    .isEqualTo(429);
            try (Browser browser = new Browser(node)) {
                assertThat(browser.signIn("admin", RunningNode.ADMIN_KEY, "").statusCode())
                        .isEqualTo(429);
            }
        }
    }

    @Test
    void passwordsAreCountedByNameToo() {
        try (RunningNode node = RunningNode.start(folder);
                Browser browser = new Browser(node)) {
            String wish = Json.Obj.EMPTY.with("password", "a password of some length").text();
            node.admin("PUT", "/administrators/anna/password", wish);
            for (int i = 0; i < 5; i++) {
                assertThat(browser.signIn("anna", "wrong", "").statusCode()).isEqualTo(401);
            }

            HttpAnswer answer = HttpAnswer.of(browser.signIn("anna", "wrong", ""));

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.page()).contains("wait");
        }
    }

    private record HttpAnswer(int status, String page) {
        static HttpAnswer of(HttpResponse<String> answer) {
            return new HttpAnswer(answer.statusCode(), answer.body());
        }
    }
}

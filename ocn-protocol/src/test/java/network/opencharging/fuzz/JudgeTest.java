package network.opencharging.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** The judge of mutated requests sees what it must see. */
class JudgeTest {
    private static final Judge JUDGE = new Judge(List.of("secret-of-dora"));
    private static final WireRequest REQUEST =
            WireRequest.of("GET", "/x", "{\"a\":\"IOException\"}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"status_code\":3000} | HTTP 500",
                "500 | | HTTP 500",
                "404 | <html>nothing</html> | shows insides",
                "404 | nothing | without envelope",
                "400 | {\"message\":\"x\"} | without envelope",
                "503 | {\"error\":\"busy\"} | without envelope",
                "200 | {\"data\":\"secret-of-dora\"} | tells secret-of-dora",
                "200 | java.lang.IllegalStateException | shows insides",
                "404 | {\"status_code\":1000} secret-of-dora | tells secret-of-dora"
            })
    void whatIsWrongIsNamed(int status, String body, String why) {
        assertThat(JUDGE.objection(REQUEST, answer(status, body)).orElse("nothing")).contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"status_code\":1000}",
                "404 | {\"status_code\":2001}",
                "404 | {\"error\":\"Nothing is served at /x.\"}",
                "503 | {\"status_code\":3000}",
                "400 | {\"errors\":[{\"message\":\"The body is not JSON.\"}]}",
                "400 | {\"status_code\":2001,\"status_message\":\"IOException is no id\"}"
            })
    void whatIsInOrderPasses(int status, String body) {
        assertThat(JUDGE.objection(REQUEST, answer(status, body))).isEmpty();
    }

    @Test
    void theNodesOwnPageIsAPageAndNoOther() {
        String page =
                """
                HTTP/1.1 200\r
                Content-Security-Policy: default-src 'none'; script-src 'self'\r
                \r
                <!doctype html>\
                """;

        assertThat(JUDGE.objection(REQUEST, new WireAnswer(200, page))).isEmpty();
        assertThat(JUDGE.objection(REQUEST, new WireAnswer(404, page))).isPresent();
    }

    @Test
    void theFormToSignInMayBeARefusal() {
        String form = "HTTP/1.1 401\r\n\r\n<!doctype html><h1>Sign in</h1>";

        assertThat(JUDGE.objection(REQUEST, new WireAnswer(401, form))).isEmpty();
        assertThat(JUDGE.objection(REQUEST, new WireAnswer(500, form))).isPresent();
    }

    @Test
    void whoIsTooBusySaysWhenToComeAgain() {
        String busy = "HTTP/1.1 503\r\nRetry-After: 10\r\n\r\n{\"error\":\"busy\"}";

        assertThat(JUDGE.objection(REQUEST, new WireAnswer(503, busy))).isEmpty();
    }

    @Test
    void silenceIsNoAnswer() {
        assertThat(JUDGE.objection(REQUEST, new WireAnswer(0, ""))).contains("no answer");
    }

    @Test
    void theSameSeedMakesTheSameRequests() {
        WireRequest one = new Mutation(new java.util.Random(7)).of(REQUEST);
        WireRequest again = new Mutation(new java.util.Random(7)).of(REQUEST);

        assertThat(one.bytes()).isEqualTo(again.bytes()).isNotEqualTo(REQUEST.bytes());
    }

    private static WireAnswer answer(int status, String body) {
        return new WireAnswer(
                status, "HTTP/1.1 " + status + "\r\n\r\n" + (body == null ? "" : body));
    }
}

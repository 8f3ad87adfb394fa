package network.opencharging.tools.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.proxy.pass.Passed;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Results that were promised, however long a proxy runs. */
class PromisesTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final Promises promises = new Promises();

    @Test
    void aResultThatComesTwiceIsToldAndOneThatDoesNotComeToo() {
        commanded(1, 30);
        commanded(2, 30);
        assertThat(promises.note(result(1))).isEmpty();

        assertThat(promises.note(result(1))).extracting(Violation::rule).containsExactly("CMD-2");
        assertThat(promises.overdue(NOON.plusSeconds(29))).isEmpty();
        assertThat(promises.overdue(NOON.plusSeconds(31)))
                .extracting(Violation::rule)
                .containsExactly("CMD-1");
        assertThat(promises.overdue(NOON.plusSeconds(31))).as("told once").isEmpty();
    }

    @Test
    void ofResultsThatCameTheEldestAreForgotten() {
        for (int i = 0; i <= Promises.REMEMBERED; i++) {
            commanded(i, 30);
            promises.note(result(i));
        }

        assertThat(promises.note(result(0))).as("forgotten").isEmpty();
        assertThat(promises.note(result(Promises.REMEMBERED))).as("remembered").hasSize(1);
    }

    @Test
    void notMoreThanSoManyAreWaitedFor() {
        for (int i = 0; i < Promises.AWAITED + 10; i++) {
            commanded(i, 30);
        }

        assertThat(promises.overdue(NOON.plusSeconds(31))).hasSize(Promises.AWAITED);
    }

    private void commanded(int number, int timeout) {
        Request request =
                new Request(
                        "POST",
                        URI.create("http://cpo/ocpi/receiver/2.2.1/commands/STOP_SESSION"),
                        Headers.NONE,
                        "{\"response_url\":\"http://emsp/results/%d\"}".formatted(number));
        promises.note(
                passed(
                        request,
                        "{\"data\":{\"result\":\"ACCEPTED\",\"timeout\":%d},\"status_code\":1000}"
                                .formatted(timeout)));
    }

    private static Passed result(int number) {
        return passed(
                new Request(
                        "POST",
                        URI.create("http://emsp/results/" + number),
                        Headers.NONE,
                        "{\"result\":\"ACCEPTED\"}"),
                "{\"status_code\":1000}");
    }

    private static Passed passed(Request request, String answer) {
        return new Passed(NOON, Duration.ZERO, request, Answer.of(200, Headers.NONE, answer), true);
    }
}

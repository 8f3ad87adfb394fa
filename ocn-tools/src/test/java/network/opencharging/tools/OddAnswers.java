package network.opencharging.tools;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.mock.fault.Fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A system that answers well but for one answer, which is odd: its body, its status, or a header by
 * which its caller goes on.
 */
public final class OddAnswers {
    private static final List<Integer> STATUSES =
            List.of(200, 201, 202, 204, 299, 300, 301, 302, 304, 401, 404, 405, 418, 429, 500, 599);
    private static final List<String> HEADERS =
            List.of(
                    "Link",
                    "Location",
                    "X-Total-Count",
                    "X-Limit",
                    "Content-Type",
                    "OCPI-from-party-id",
                    "Retry-After",
                    "X-Request-ID");
    private static final List<String> VALUES =
            List.of(
                    "",
                    "-1",
                    "99999999999999999999",
                    "<>; rel=\"next\"",
                    "<http://[::; rel=\"next\"",
                    "<http://127.0.0.1:9/x>; rel=\"next\"",
                    "<%zz>; rel=\"next\", <//>",
                    "http://127.0.0.1:99999/",
                    "text/html; charset=nonsense",
                    "%n%s${x}");

    private Random dice = new Random(0);
    private int honest;

    /** From now on the answer after so many honest ones is odd, by these dice. */
    public synchronized void after(int answers, Random random) {
        honest = answers;
        dice = random;
    }

    /** To be planted in a mock. */
    public Fault fault() {
        return new Fault(
                "odd-answers",
                "one answer is odd",
                this::answer,
                (request, way) -> way.send(request));
    }

    private Answer answer(Request request, Function<Request, Answer> mock) {
        Answer answer = mock.apply(request);
        return isTheOne() ? odd(answer) : answer;
    }

    private synchronized boolean isTheOne() {
        return honest-- == 0;
    }

    private synchronized Answer odd(Answer answer) {
        return switch (dice.nextInt(4)) {
            case 0 ->
                    new Answer(
                            STATUSES.get(dice.nextInt(STATUSES.size())),
                            answer.headers(),
                            answer.body(),
                            answer.afterwards());
            case 1 ->
                    new Answer(answer.status(), header(answer), answer.body(), answer.afterwards());
            default ->
                    new Answer(
                            answer.status(), answer.headers(), body(answer), answer.afterwards());
        };
    }

    private Headers header(Answer answer) {
        return answer.headers()
                .with(
                        HEADERS.get(dice.nextInt(HEADERS.size())),
                        VALUES.get(dice.nextInt(VALUES.size())));
    }

    private String body(Answer answer) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        return body.length == 0
                ? "null"
                : new String(Mutations.changed(body, dice), StandardCharsets.UTF_8);
    }
}

package network.opencharging.tools.mock.fault;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Caller;
import network.opencharging.tools.http.Request;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Faults in what a mock pushes: sessions, locations, CDRs, tokens. */
final class PushFaults {
    private static final String TAKEN =
            "{\"status_code\":1000,\"timestamp\":\"1970-01-01T00:00:00Z\"}";

    private PushFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.out(
                        "push-dropped",
                        "what is pushed never leaves",
                        (request, honest) -> isPush(request) ? pretended() : honest.send(request)),
                Fault.out(
                        "push-twice",
                        "what is pushed is sent twice",
                        (request, honest) -> {
                            if (isPush(request)) {
                                honest.send(request);
                            }
                            return honest.send(request);
                        }),
                Fault.out(
                        "push-reordered",
                        "of two pushes the second is sent first",
                        new Reordering()),
                Fault.out(
                        "push-without-ids",
                        "what is pushed has no ids",
                        (request, honest) ->
                                honest.send(isPush(request) ? withoutIds(request) : request)),
                Fault.out(
                        "push-without-routing",
                        "what is pushed has no routing headers",
                        (request, honest) ->
                                honest.send(isPush(request) ? unrouted(request) : request)),
                Fault.out(
                        "token-encoded-twice",
                        "the token goes out as the Base64 of its Base64",
                        (request, honest) -> honest.send(twice(request))));
    }

    /** A write for a party that is no command and no result of one. */
    private static boolean isPush(Request request) {
        boolean writes =
                request.method().equals("PUT")
                        || request.method().equals("PATCH")
                        || request.method().equals("DELETE")
                        || (request.method().equals("POST") && request.segments().contains("cdrs"));
        return writes
                && request.headers().get(HeaderNames.TO_PARTY_ID).isPresent()
                && !request.segments().contains("commands");
    }

    private static Answer pretended() {
        Headers headers = Headers.NONE.with(HeaderNames.CONTENT_TYPE, "application/json");
        return Answer.of(200, headers, TAKEN);
    }

    private static Request withoutIds(Request request) {
        return with(
                request,
                request.headers()
                        .without(HeaderNames.X_REQUEST_ID)
                        .without(HeaderNames.X_CORRELATION_ID));
    }

    private static Request unrouted(Request request) {
        Headers headers = request.headers();
        for (String name : HeaderNames.ROUTING) {
            headers = headers.without(name);
        }
        return with(request, headers);
    }

    private static Request twice(Request request) {
        return request.headers()
                .get(HeaderNames.AUTHORIZATION)
                .map(header -> header.substring(header.indexOf(' ') + 1))
                .flatMap(CredentialsToken::of)
                .map(token -> token.header(CredentialsToken.Encoding.BASE64))
                .map(header ->
                        with(request, request.headers().with(HeaderNames.AUTHORIZATION, header)))
                .orElse(request);
    }

    private static Request with(Request request, Headers headers) {
        return new Request(request.method(), request.target(), headers, request.body());
    }

    /** Holds one push back until the next has gone. */
    private static final class Reordering implements Fault.Sending {
        private final Deque<Request> held = new ArrayDeque<>();

        @Override
        public Answer send(Request request, Caller honest) throws IOException {
            if (!isPush(request)) {
                return honest.send(request);
            }
            Request earlier;
            synchronized (held) {
                earlier = held.poll();
                if (earlier == null) {
                    held.add(request);
                    return pretended();
                }
            }
            Answer answer = honest.send(request);
            honest.send(earlier);
            return answer;
        }
    }
}

package network.opencharging.bridge.call;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.Headers;

import java.util.Optional;

/** What an answer of OCPI says (OCPI 2.2.1 §4.1.6). */
final class Replies {
    private Replies() {}

    static Answered<Optional<Json>> read(int http, Headers headers, Body body) {
        Optional<EnvelopeGlance> envelope = EnvelopeGlance.at(body);
        if (envelope.isEmpty()) {
            return new Answered.NotOcpi<>(http, "the body is no envelope with a status_code");
        }
        return http / 100 == 2 && envelope.get().status().isSuccess()
                ? new Answered.Success<>(body.json().optional().flatMap(Replies::data), headers)
                : new Answered.Refused<>(
                        http,
                        envelope.get().status(),
                        envelope.get().message().orElse(""),
                        RetryAfter.of(headers));
    }

    private static Optional<Json> data(Json envelope) {
        return envelope instanceof Json.Obj object
                ? object.member("data").filter(data -> !(data instanceof Json.Null))
                : Optional.empty();
    }
}

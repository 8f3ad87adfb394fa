package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.tools.expect.Like;
import network.opencharging.tools.expect.Variables;
import network.opencharging.tools.ocpi.call.Reply;

import java.util.Optional;

/**
 * Judges what came back.
 *
 * @param variables what names in the expectation stand for
 */
record Answers(Variables variables) {

    Ended judge(Step.Wanted wanted, Reply reply) {
        Json body =
                JsonReader.standard().read(reply.answer().body()).optional().orElse(Json.Null.NULL);
        if (wanted.any()) {
            return new Ended.Well(body);
        }
        int http = reply.answer().status();
        boolean httpFits = wanted.http().map(one -> one == http).orElse(http / 100 == 2);
        int status = reply.envelope().map(found -> found.status().code()).orElse(0);
        boolean lenient = wanted.http().isPresent() && wanted.status().isEmpty();
        boolean statusFits =
                wanted.status().map(one -> one == status).orElse(lenient || status / 1000 == 1);
        if (!httpFits || !statusFits) {
            return new Ended.Badly(
                    "HTTP %s with OCPI %s is wanted, and came: %s"
                            .formatted(
                                    wanted.http().map(String::valueOf).orElse("2xx"),
                                    wanted.status()
                                            .map(String::valueOf)
                                            .orElse(lenient ? "anything" : "1xxx"),
                                    reply.summary()));
        }
        Optional<Json> data = Variables.at(body, "data");
        return wanted.data()
                .map(variables::in)
                .flatMap(like -> Like.difference(like, data, "data"))
                .<Ended>map(Ended.Badly::new)
                .orElseGet(() -> new Ended.Well(body));
    }
}

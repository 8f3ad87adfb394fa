package network.opencharging.node.step.rewrite;

import network.opencharging.node.message.Message;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.route.Callback;
import network.opencharging.protocol.signing.RewrittenPaths;

import java.util.Optional;

/** The place in a message where the URL for its later result stands. */
enum ResponseUrl {
    /** A member of the body. */
    IN_BODY {
        @Override
        Optional<String> read(Message message) {
            return message.body()
                    .members()
                    .optional()
                    .flatMap(members -> members.read(NAME))
                    .flatMap(Json::asText);
        }

        @Override
        Message replace(Message message, String url) {
            byte[] changed = message.body().members().orThrow().with(NAME, Json.text(url).bytes());
            return message.with(Body.of(changed));
        }

        @Override
        String path() {
            return RewrittenPaths.RESPONSE_URL;
        }
    },
    /** A parameter of the query. */
    IN_QUERY {
        @Override
        Optional<String> read(Message message) {
            return message.target().query().value(NAME);
        }

        @Override
        Message replace(Message message, String url) {
            return message.with(
                    message.target().withQuery(message.target().query().with(NAME, url)));
        }

        @Override
        String path() {
            return RewrittenPaths.RESPONSE_URL_PARAMETER;
        }
    };

    private static final String NAME = "response_url";

    /** The URL, when there is one. */
    abstract Optional<String> read(Message message);

    /** The message with another URL in that place, everything else as it was. */
    abstract Message replace(Message message, String url);

    /** The name of the place in a signature. */
    abstract String path();

    /** The URL, which must be there. */
    String of(Message message) {
        return read(message)
                .filter(url -> !url.isBlank())
                .orElseThrow(() -> new Refused(new Refusal.ResponseUrlRefused("is missing")));
    }

    /** The place for this kind of message; empty when it has none. */
    static Optional<ResponseUrl> placeIn(Message message) {
        Callback callback = message.target().route().callback();
        return switch (callback) {
            case NONE -> Optional.empty();
            case BODY_RESPONSE_URL -> Optional.of(IN_BODY);
            case QUERY_RESPONSE_URL -> Optional.of(IN_QUERY);
        };
    }
}

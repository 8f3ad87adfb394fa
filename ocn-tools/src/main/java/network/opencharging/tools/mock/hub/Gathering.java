package network.opencharging.tools.mock.hub;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.ocpi.Page;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * GET All: the lists of all parties as one (OCPI 2.2.1 §4.1.7.5). Of each the first page is taken.
 *
 * @param post carries the question
 * @param writer makes the answer
 */
record Gathering(Post post, BiFunction<Outcome, Request, Answer> writer) {

    Answer of(Guest asker, Request request, List<Router.Receiver> receivers) {
        List<ObjectNode> all = new ArrayList<>();
        for (Router.Receiver receiver : receivers) {
            all.addAll(list(asker, request, receiver));
        }
        return writer.apply(
                new Outcome.Listed(new Page(all, all.size(), 0, Math.max(1, all.size()))), request);
    }

    /** Who does not answer has nothing in the list; the log shows why. */
    private List<ObjectNode> list(Guest asker, Request request, Router.Receiver receiver) {
        String query = request.target().getRawQuery();
        URI url = URI.create(receiver.url() + (query == null ? "" : "?" + query));
        try {
            return objects(post.carry(asker, request, receiver.guest(), url, receiver.party()));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<ObjectNode> objects(Answer answer) {
        return JsonReader.standard().read(answer.body()).optional().orElse(Json.Null.NULL)
                                instanceof Json.Obj envelope
                        && envelope.member("data").orElse(Json.Null.NULL)
                                instanceof Json.Arr(List<Json> items)
                ? items.stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(item -> JsonText.object(item.text()))
                        .toList()
                : List.of();
    }
}

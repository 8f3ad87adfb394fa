package network.opencharging.tools.mock.module;

import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.shelf.Catalogue;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The owner's side of Tokens (OCPI 2.2.1 §12.2.2): the paged list, and the authorisation of a token
 * in real time.
 *
 * @param tokens what the party issued
 * @param pageSize how many it gives at most
 * @param references makes authorisation references
 */
public record TokenSender(Catalogue tokens, int pageSize, Supplier<String> references)
        implements Function<OcpiRequest, Outcome> {

    @Override
    public Outcome apply(OcpiRequest request) {
        boolean asksFor = request.path().size() == 2 && request.path().get(1).equals("authorize");
        if (!asksFor) {
            return new CatalogueSender(tokens, pageSize, false).apply(request);
        }
        return request.method().equals("POST")
                ? authorize(request.path().getFirst(), request)
                : Outcome.notAllowed(request.method());
    }

    private Outcome authorize(String uid, OcpiRequest request) {
        String type = request.query().getOrDefault("type", "RFID");
        Optional<ObjectNode> token =
                tokens.find(uid)
                        .filter(known ->
                                JsonText.text(known, "type")
                                        .filter(type::equalsIgnoreCase)
                                        .isPresent());
        if (token.isEmpty()) {
            return new Outcome.Refusal(404, OcpiStatus.UNKNOWN_TOKEN, "no " + type + " " + uid);
        }
        ObjectNode answer = JsonText.object();
        String allowed = Tokens.allowed(uid);
        answer.put("allowed", allowed);
        answer.set("token", token.get());
        request.object().ifPresent(place -> answer.set("location", place));
        if (allowed.equals("ALLOWED")) {
            answer.put("authorization_reference", references.get());
        }
        return new Outcome.Found(answer);
    }
}

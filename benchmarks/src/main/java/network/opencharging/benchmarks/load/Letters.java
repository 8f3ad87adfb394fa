package network.opencharging.benchmarks.load;

import network.opencharging.benchmarks.place.Town;
import network.opencharging.benchmarks.place.Town.Who;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the requests of a case: many, because no two messages are alike. */
public final class Letters {
    private static final int DIFFERENT = 500;

    private final Town town;

    /** To the nodes and the stub of this town. */
    public Letters(Town town) {
        this.town = town;
    }

    /**
     * What is sent, and to whom.
     *
     * @param target scheme, host and port
     * @param requests in turn
     */
    public record Post(URI target, List<Asked> requests) {}

    /** For a case. */
    public Post of(Case wanted) {
        boolean session = wanted.what() == What.SESSION;
        Who far = wanted.way() == Way.TWO_NODES ? Who.CAROL : Who.BOB;
        Who from = session ? Who.ALICE : far;
        Who to = session ? far : Who.ALICE;
        URI target = wanted.way() == Way.PROXY ? URI.create(town.proxy()) : town.nodeOf(from);
        List<Asked> requests = new ArrayList<>();
        for (int i = 0; i < DIFFERENT; i++) {
            requests.add(letter(wanted, from, to));
        }
        return new Post(target, requests);
    }

    private Asked letter(Case wanted, Who from, Who to) {
        What what = wanted.what();
        String id = UUID.randomUUID().toString();
        RoutingHeaders routing = RoutingHeaders.of(from.id(), to.id());
        Map<String, String> headers = new HashMap<>(routing.writeTo(Headers.NONE).asMap());
        headers.put(HeaderNames.X_REQUEST_ID, "r" + Asked.NUMBER);
        headers.put(HeaderNames.X_CORRELATION_ID, id);
        headers.put(HeaderNames.AUTHORIZATION, town.token(from));
        boolean proxy = wanted.way() == Way.PROXY;
        String callback =
                (proxy ? town.proxy() : town.stub())
                        + "/"
                        + from.name()
                        + "/sender/commands/START_SESSION/77";
        Json body = what.body(callback);
        Optional<Json> present = body instanceof Json.Null ? Optional.empty() : Optional.of(body);
        if (present.isPresent()) {
            headers.put(HeaderNames.CONTENT_TYPE, "application/json");
        }
        if (wanted.signed()) {
            SignedValues values = SignedValues.ofRequest(id, routing, what.query(), present);
            headers.put(
                    HeaderNames.OCN_SIGNATURE,
                    new OcnSigner(town.keyOf(from).key()).sign(values).pack(Packing.BROTLI));
        }
        String query =
                what.query().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        // The node puts the receiver's endpoint before what stands behind the module.
        String path =
                proxy ? "/" + to.name() + what.path().replace("/2.2.1", "") : "/ocpi" + what.path();
        return new Asked(
                what.method(),
                query.isEmpty() ? path : path + "?" + query,
                headers,
                present.map(Json::text).orElse(""));
    }
}

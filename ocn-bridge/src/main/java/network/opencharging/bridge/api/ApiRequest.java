package network.opencharging.bridge.api;

import network.opencharging.protocol.json.Json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request of the backoffice.
 *
 * @param method in capitals
 * @param path the segments behind {@code /api}, decoded
 * @param query the parameters
 * @param body the body, when it is a JSON object
 */
record ApiRequest(
        String method, List<String> path, Map<String, String> query, Optional<Json.Obj> body) {

    boolean is(String wanted, String first, int segments) {
        return method.equals(wanted) && path.size() == segments && path.getFirst().equals(first);
    }

    String segment(int index) {
        return path.get(index);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }
}

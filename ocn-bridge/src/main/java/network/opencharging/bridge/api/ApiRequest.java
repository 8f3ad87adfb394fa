package network.opencharging.bridge.api;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request of the backoffice.
 *
 * @param method in capitals
 * @param path the segments behind {@code /api}, decoded
 * @param query the parameters, each with all its values
 * @param body the body, when it is a JSON object
 * @param sent the body as it came, whatever it is; its beginning when it was too long
 */
public record ApiRequest(
        String method,
        List<String> path,
        Map<String, List<String>> query,
        Optional<Json.Obj> body,
        Body sent) {
    /** Bytes; one more is read, to know that there are more. */
    static final int MAX_BODY = 4 << 20;

    /** Whether there was more than is read. */
    boolean isTooLong() {
        return sent.size() > MAX_BODY;
    }

    /** Whether it is this method on a path of so many segments that begins so. */
    public boolean is(String wanted, String first, int segments) {
        return method.equals(wanted) && path.size() == segments && path.getFirst().equals(first);
    }

    /** The segment of that number, from 0. */
    public String segment(int index) {
        return path.get(index);
    }

    /** Whether the parameter is there, with or without a value. */
    boolean has(String name) {
        return query.containsKey(name);
    }

    /** The value of the parameter; empty when there is none. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name))
                .map(List::getLast)
                .filter(value -> !value.isBlank());
    }

    /** The value of a parameter that was found to be a {@link Parameters.Kind#NUMBER}. */
    public Optional<Long> number(String name) {
        return parameter(name).map(Long::valueOf);
    }
}

package network.opencharging.tools.check;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;
import network.opencharging.tools.check.rule.Fault;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The ids of the objects of one list: OCPI compares them without case, and one object stands in a
 * list once. After {@value #MOST} objects no more are kept.
 */
final class Seen {
    private static final int MOST = 500_000;

    private final Map<Long, Integer> places = new HashMap<>();
    private int objects;

    void note(Json.Obj object, String path, Consumer<Fault> found) {
        int place = objects++;
        Optional<String> id = object.textOf("id").or(() -> object.textOf("uid"));
        if (id.isEmpty() || places.size() >= MOST) {
            return;
        }
        Integer before = places.putIfAbsent(print(object, id.get()), place);
        if (before != null) {
            found.accept(
                    new Fault(
                            path,
                            "CASE-1",
                            Severity.ERROR,
                            "has the id of object %d of this list (ids are compared without case)"
                                    .formatted(before)));
        }
    }

    /** Of 64 bits: a million objects meet by chance once in forty million lists. */
    private static long print(Json.Obj object, String id) {
        String owner =
                object.textOf("country_code").orElse("")
                        + '/'
                        + object.textOf("party_id").orElse("");
        String whole = (owner + '/' + id).toLowerCase(Locale.ROOT);
        long print = 1125899906842597L;
        for (int i = 0; i < whole.length(); i++) {
            print = 31 * print + whole.charAt(i);
        }
        return print ^ ((print >>> 31) * 0x7fb5d329728ea185L);
    }
}

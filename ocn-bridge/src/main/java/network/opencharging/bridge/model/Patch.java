package network.opencharging.bridge.model;

import network.opencharging.protocol.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a PATCH makes of a stored object: JSON on JSON, so that nothing unknown is lost. */
public final class Patch {
    /** OCPI 2.2.1 §9.2.2.3: the periods of a PATCH are added to those of the Session. */
    private static final Set<String> APPENDED = Set.of("Session.charging_periods");

    private Patch() {}

    /**
     * The stored object with the changes: a value takes the place of the old one, an object is
     * merged member by member, null takes a member away, a list replaces the old list (the charging
     * periods of a Session are appended to it).
     */
    public static Json.Obj apply(Shape<?> shape, Json.Obj stored, Json.Obj changes) {
        Json.Obj result = stored;
        for (Map.Entry<String, Json> change : changes.members().entrySet()) {
            String name = change.getKey();
            Json old = stored.member(name).orElse(Json.Null.NULL);
            result =
                    APPENDED.contains(shape.name() + "." + name)
                            ? result.with(name, appended(old, change.getValue()))
                            : changed(result, name, old, change.getValue());
        }
        return result;
    }

    private static Json.Obj merge(Json.Obj stored, Json.Obj changes) {
        Json.Obj result = stored;
        for (Map.Entry<String, Json> change : changes.members().entrySet()) {
            Json old = stored.member(change.getKey()).orElse(Json.Null.NULL);
            result = changed(result, change.getKey(), old, change.getValue());
        }
        return result;
    }

    private static Json.Obj changed(Json.Obj object, String name, Json old, Json change) {
        if (change instanceof Json.Null) {
            return object.without(name);
        }
        return old instanceof Json.Obj inner && change instanceof Json.Obj changes
                ? object.with(name, merge(inner, changes))
                : object.with(name, change);
    }

    private static Json appended(Json old, Json change) {
        List<Json> all = new ArrayList<>(entries(old));
        all.addAll(entries(change));
        return Json.array(all);
    }

    private static List<Json> entries(Json json) {
        return json instanceof Json.Arr(List<Json> items) ? items : List.of();
    }
}

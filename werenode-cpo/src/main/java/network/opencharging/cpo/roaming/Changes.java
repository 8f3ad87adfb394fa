package network.opencharging.cpo.roaming;

import network.opencharging.protocol.json.Json;

import java.util.Map;
import java.util.Optional;

/** What of an object is to be told to somebody who has an older state of it. */
final class Changes {
    private Changes() {}

    /**
     * The members that are new or other, as a PATCH wants them, {@code last_updated} among them.
     *
     * @return empty when a PATCH cannot say it, because a member is gone or a part of one is
     */
    static Optional<Json.Obj> between(Json.Obj before, Json.Obj after) {
        if (!after.members().keySet().containsAll(before.members().keySet())) {
            return Optional.empty();
        }
        Json.Obj changes = Json.Obj.EMPTY;
        for (Map.Entry<String, Json> member : after.members().entrySet()) {
            Optional<Json> old = before.member(member.getKey());
            if (old.filter(member.getValue()::equals).isEmpty()) {
                if (isSmaller(old, member.getValue())) {
                    return Optional.empty();
                }
                changes = changes.with(member.getKey(), member.getValue());
            }
        }
        Json.Obj told = changes;
        return after.member("last_updated").map(time -> told.with("last_updated", time));
    }

    /** A PATCH merges objects: it cannot take a part of one away. */
    private static boolean isSmaller(Optional<Json> old, Json now) {
        return old.orElse(Json.Null.NULL) instanceof Json.Obj was
                && now instanceof Json.Obj is
                && !is.members().keySet().containsAll(was.members().keySet());
    }
}

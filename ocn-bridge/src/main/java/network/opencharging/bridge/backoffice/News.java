package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;

import java.time.Instant;
import java.util.Optional;

/** Whether an object of a partner changes anything, whichever way it came. */
public final class News {
    private News() {}

    /**
     * What came twice, or is older than what is kept, was late on its way: it is no news.
     *
     * @param kept the object as it is kept
     * @param came the object that came
     */
    public static boolean is(Optional<? extends OcpiObject> kept, OcpiObject came) {
        Optional<Json.Obj> stored = kept.map(OcpiObject::json);
        Json.Obj json = came.json();
        boolean same = stored.filter(json::equals).isPresent();
        boolean stale =
                stored.flatMap(News::lastUpdated)
                        .filter(time -> lastUpdated(json).filter(time::isAfter).isPresent())
                        .isPresent();
        return !same && !stale;
    }

    private static Optional<Instant> lastUpdated(Json.Obj json) {
        return json.textOf("last_updated").flatMap(OcpiTime::read);
    }
}

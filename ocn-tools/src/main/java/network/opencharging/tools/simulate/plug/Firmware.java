package network.opencharging.tools.simulate.plug;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a family of plugs speaks. */
interface Firmware {

    /** Its last will. */
    Said gone();

    /** What it says first. */
    Said here();

    /** What it subscribes to. */
    List<String> hears();

    /** Does what it hears, and says what it answers; nothing to what it does not understand. */
    List<Said> hear(Said message, PlugBody body);

    /** What it tells by itself: when it switches, and now and then. */
    List<Said> report(PlugBody body);

    /**
     * Does what it is called for by HTTP, and what it answers; empty when it knows no such path.
     *
     * @param path without the query
     */
    Optional<String> called(String path, Map<String, String> query, PlugBody body);

    /** Its counter begins anew when it loses power. */
    boolean forgets();
}

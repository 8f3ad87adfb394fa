package network.opencharging.tools.mock.hub;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Addresses at the hub that stand for addresses at a guest, who only the hub may call. */
final class Links {
    private static final int MOST = 10_000;
    private static final String PATH = "/ocpi/link/";

    private final URI base;
    private final Supplier<String> names;
    private final Map<String, Link> links = new LinkedHashMap<>();

    /**
     * No links yet.
     *
     * @param names makes names that nobody can guess
     */
    Links(URI base, Supplier<String> names) {
        this.base = base;
        this.names = names;
    }

    /** An address of a guest. */
    record Link(Guest guest, URI url) {}

    /** The address at the hub for one at a guest. */
    synchronized String to(Guest guest, URI url) {
        String name = names.get();
        links.put(name, new Link(guest, url));
        if (links.size() > MOST) {
            links.remove(links.keySet().iterator().next());
        }
        return base + PATH + name;
    }

    static boolean isLink(List<String> path) {
        return path.size() == 3 && path.get(0).equals("ocpi") && path.get(1).equals("link");
    }

    synchronized Optional<Link> find(List<String> path) {
        return Optional.ofNullable(links.get(path.getLast()));
    }
}

package network.opencharging.cpo.site;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.unit.EvseRef;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All locations, answered from memory; a change is stored first. */
public final class Sites {
    private final SiteBook book;
    private volatile Picture picture;

    /** Reads what is kept. */
    public Sites(SiteBook book) {
        this.book = book;
        this.picture = Picture.of(book.locations());
    }

    private record Picture(Map<String, Location> locations, Map<PortId, Spot> ports) {
        static Picture of(Collection<Location> all) {
            Map<String, Location> locations = new TreeMap<>();
            Map<PortId, Spot> ports = new HashMap<>();
            for (Location location : all) {
                locations.put(location.id(), location);
                for (Evse evse : location.evses()) {
                    evse.port().ifPresent(port -> ports.put(port, new Spot(location, evse)));
                }
            }
            return new Picture(locations, ports);
        }
    }

    /** Reads again what is kept: another process may have written something. */
    public synchronized void recall() {
        picture = Picture.of(book.locations());
    }

    /** All, by id. */
    public List<Location> all() {
        return List.copyOf(picture.locations().values());
    }

    /** All EVSEs. */
    public List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (Location location : all()) {
            location.evses().forEach(evse -> spots.add(new Spot(location, evse)));
        }
        return spots;
    }

    /** The location of that id. */
    public Optional<Location> find(String id) {
        return Optional.ofNullable(picture.locations().get(id));
    }

    /** The EVSE of that name. */
    public Optional<Spot> find(EvseRef evse) {
        return find(evse.location())
                .flatMap(location ->
                        location.evse(evse.uid()).map(found -> new Spot(location, found)));
    }

    /** The EVSE that a port is behind. */
    public Optional<Spot> at(PortId port) {
        return Optional.ofNullable(picture.ports().get(port));
    }

    /**
     * Writes one down, new or changed.
     *
     * @throws IllegalArgumentException when one of its ports belongs to another location
     */
    public synchronized void put(Location location) {
        for (Evse evse : location.evses()) {
            evse.port()
                    .flatMap(this::at)
                    .filter(spot -> !spot.location().id().equals(location.id()))
                    .ifPresent(spot -> {
                        throw new IllegalArgumentException(
                                "port %s belongs to evse %s"
                                        .formatted(evse.port().orElseThrow(), spot.ref()));
                    });
        }
        book.put(location);
        Map<String, Location> changed = new HashMap<>(picture.locations());
        changed.put(location.id(), location);
        picture = Picture.of(changed.values());
    }

    /** Forgets one; false when there is none. */
    public synchronized boolean remove(String id) {
        Optional<Location> there = find(id);
        there.ifPresent(location -> {
            book.removeLocation(location);
            Map<String, Location> changed = new HashMap<>(picture.locations());
            changed.remove(id);
            picture = Picture.of(changed.values());
        });
        return there.isPresent();
    }
}

package network.opencharging.cpo.people;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.Sites;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a caller sees: the one place that tells whether something is his to look at. Whoever is of
 * the house sees all. Tenants see their locations, the devices behind them, what was charged there,
 * and of the tariffs their own and those of the house.
 */
public final class Sight {
    private final Caller caller;
    private final Optional<Tenancy> tenancy;

    private Sight(Caller caller, Optional<Tenancy> tenancy) {
        this.caller = caller;
        this.tenancy = tenancy;
    }

    /**
     * What is a tenant's.
     *
     * @param foreign tariffs of other tenants, in upper case
     */
    private record Tenancy(Set<String> locations, Set<String> devices, Set<String> foreign) {
        static Tenancy of(String tenant, Holdings holdings, Sites sites) {
            Set<String> locations = holdings.of(Holdings.Kind.LOCATION, tenant);
            Set<String> own = holdings.of(Holdings.Kind.TARIFF, tenant);
            return new Tenancy(
                    locations,
                    sites.all().stream()
                            .filter(location -> locations.contains(location.id()))
                            .flatMap(location -> Sight.devices(location).stream())
                            .collect(Collectors.toUnmodifiableSet()),
                    holdings.ofAnybody(Holdings.Kind.TARIFF).stream()
                            .filter(tariff -> !own.contains(tariff))
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** Devices that are behind a location's EVSEs. */
    public static Set<String> devices(Location location) {
        return location.evses().stream()
                .flatMap(evse -> evse.port().stream())
                .map(PortId::device)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As it is now. */
    public static Sight of(Caller caller, Holdings holdings, Sites sites) {
        return new Sight(
                caller, caller.tenant().map(tenant -> Tenancy.of(tenant, holdings, sites)));
    }

    /** Whose it is. */
    public Caller caller() {
        return caller;
    }

    /** Whether nothing is hidden. */
    public boolean isWhole() {
        return tenancy.isEmpty();
    }

    /** The only locations that are seen, and whose sessions and CDRs are; empty: all. */
    public Optional<Set<String>> locations() {
        return tenancy.map(Tenancy::locations);
    }

    /** Whether that location is seen, and what happened there. */
    public boolean location(String id) {
        return tenancy.isEmpty() || tenancy.get().locations().contains(id);
    }

    /** Whether that station or plug is seen. */
    public boolean device(String name) {
        return tenancy.isEmpty() || tenancy.get().devices().contains(name);
    }

    /** Whether that tariff is seen. */
    public boolean tariff(String id) {
        return tenancy.isEmpty() || !tenancy.get().foreign().contains(id.toUpperCase(Locale.ROOT));
    }
}

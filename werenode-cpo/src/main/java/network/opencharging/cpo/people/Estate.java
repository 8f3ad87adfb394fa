package network.opencharging.cpo.people;

import network.opencharging.cpo.people.Holdings.Kind;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.SiteBook;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Spot;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What belongs to whom, and who may take what. A device is behind the locations of one tenant only,
 * and a connector charges by tariffs of its tenant or of the house.
 */
public final class Estate {
    private final Holdings holdings;
    private final Sites sites;
    private final SiteBook past;

    /**
     * @param past knows locations that were removed: their sessions are still somebody's
     */
    public Estate(Holdings holdings, Sites sites, SiteBook past) {
        this.holdings = holdings;
        this.sites = sites;
        this.past = past;
    }

    /** What a caller sees now. */
    public Sight sight(Caller caller) {
        return Sight.of(caller, holdings, sites);
    }

    /** Whose it is; empty: the house's. */
    public Optional<String> holder(Kind kind, String id) {
        return holdings.holder(kind, id);
    }

    /**
     * Whose a location is to be that a caller writes down.
     *
     * @param wished empty: as it is; blank: the house's
     * @throws Denied saying why it cannot be so
     */
    public Optional<String> of(Caller caller, Location wanted, Optional<String> wished) {
        boolean there =
                sites.find(wanted.id()).isPresent()
                        || past.removedLocation(wanted.id()).isPresent();
        Optional<String> tenant = tenant(caller, Kind.LOCATION, wanted.id(), wished, there);
        Set<String> devices = Sight.devices(wanted);
        if (!caller.isOfTheHouse()) {
            Sight sight = sight(caller);
            devices.stream()
                    .filter(device -> !sight.device(device))
                    .findFirst()
                    .ifPresent(device -> {
                        throw new Denied(
                                "device %s is not yours: whoever runs the backend gives devices to"
                                                .formatted(device)
                                        + " locations");
                    });
        }
        for (Spot spot : sites.spots()) {
            boolean other = !spot.location().id().equals(wanted.id());
            Optional<String> shared =
                    spot.evse().port().map(port -> port.device()).filter(devices::contains);
            if (other && shared.isPresent() && !holderOf(spot).equals(tenant)) {
                throw new Denied(
                        "device %s is at location %s, which is another tenant's: take it from there"
                                        .formatted(shared.get(), spot.location().id())
                                + " first");
            }
        }
        return tenant;
    }

    private Optional<String> holderOf(Spot spot) {
        return holdings.holder(Kind.LOCATION, spot.location().id());
    }

    /**
     * Whose a tariff is to be that a caller writes down.
     *
     * @param wished empty: as it is; blank: the house's
     * @param there whether there is one of that id
     * @throws Denied saying why it cannot be so
     */
    public Optional<String> of(
            Caller caller, String tariff, Optional<String> wished, boolean there) {
        Optional<String> tenant = tenant(caller, Kind.TARIFF, tariff, wished, there);
        if (tenant.isPresent()) {
            Set<Optional<String>> users =
                    sites.spots().stream()
                            .filter(spot -> uses(spot, tariff))
                            .map(this::holderOf)
                            .collect(Collectors.toSet());
            users.remove(tenant);
            if (!users.isEmpty()) {
                throw new Denied(
                        "a connector that is not %s's charges by it: take it from there first"
                                .formatted(tenant.get()));
            }
        }
        return tenant;
    }

    private static boolean uses(Spot spot, String tariff) {
        return spot.evse().connectors().stream()
                .flatMap(connector -> connector.tariffs().stream())
                .anyMatch(tariff::equalsIgnoreCase);
    }

    private Optional<String> tenant(
            Caller caller, Kind kind, String id, Optional<String> wished, boolean there) {
        Optional<String> holder = holdings.holder(kind, id);
        if (caller.isOfTheHouse()) {
            Optional<String> named = wished.map(String::strip).filter(name -> !name.isEmpty());
            named.ifPresent(Person::checkTenant);
            return wished.isPresent() ? named : holder;
        }
        if (wished.isPresent() && !wished.equals(caller.tenant())) {
            throw new Denied("tenant must be left out, or your own");
        }
        boolean own = holder.equals(caller.tenant());
        boolean free = holder.isEmpty() && !there;
        if (!own && !(free && holdings.claim(kind, id, caller.tenant().orElseThrow()))) {
            throw new Denied("id %s is taken: choose another".formatted(id));
        }
        return caller.tenant();
    }

    /** Whether a connector of whoever holds that location may charge by a tariff. */
    public boolean mayCharge(Optional<String> tenant, String tariff) {
        Optional<String> holder = holdings.holder(Kind.TARIFF, tariff);
        return holder.isEmpty() || holder.equals(tenant);
    }

    /** Whether a caller may take a tariff away. */
    public boolean isOwn(Caller caller, Kind kind, String id) {
        return caller.isOfTheHouse() || holdings.holder(kind, id).equals(caller.tenant());
    }

    /** It is so now. */
    public void give(Kind kind, String id, Optional<String> tenant) {
        if (!holdings.holder(kind, id).equals(tenant)) {
            holdings.give(kind, id, tenant);
        }
    }

    /** It cannot be given to whom it was to be given. */
    public static final class Denied extends RuntimeException {
        @java.io.Serial private static final long serialVersionUID = 1L;

        Denied(String why) {
            super(why);
        }
    }
}

package network.opencharging.cpo.site;

import network.opencharging.cpo.unit.EvseRef;

import java.util.List;
import java.util.Optional;

/**
 * Locations, tariffs and how EVSEs are, kept. Each change is stored together with the effect that
 * partners are told of it.
 */
public interface SiteBook {
    /** All locations, by id. */
    List<Location> locations();

    /** One that is not forgotten, as it was written down last, by whichever process. */
    Optional<Location> location(String id);

    /** Writes one down, new or changed. */
    void put(Location location);

    /** Forgets one; partners are told that it is removed. */
    void removeLocation(Location location);

    /** A location that was forgotten, as it last was. */
    Optional<Location> removedLocation(String id);

    /** All tariffs, by id. */
    List<TariffSheet> tariffs();

    /** One that is not forgotten, as it was written down last. */
    Optional<TariffSheet> tariff(String id);

    /** Writes one down, new or changed. */
    void put(TariffSheet tariff);

    /** Forgets one; partners are told so. */
    void removeTariff(String id);

    /** How EVSEs last were. */
    List<EvseStatus> statuses();

    /** How one last was; empty when nobody ever saw it. */
    Optional<EvseStatus> status(EvseRef evse);

    /** Writes down how one is now. */
    void put(EvseStatus status);

    /** The effect of telling is wanted once more, of everything that there is. */
    void tellAll(List<EvseRef> evses);
}

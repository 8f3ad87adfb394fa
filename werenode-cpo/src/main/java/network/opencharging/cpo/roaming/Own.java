package network.opencharging.cpo.roaming;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.LocationsProvider;
import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.site.SiteBook;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.unit.EvseRef;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What partners may see: all locations and tariffs, of sessions and CDRs those of their own
 * drivers.
 *
 * @param sites the locations
 * @param statuses how their EVSEs are
 * @param tariffs the tariffs
 * @param book all of that as it is written down, and locations that are gone
 * @param charged sessions and CDRs
 */
public record Own(Sites sites, Statuses statuses, Tariffs tariffs, SiteBook book, Charged charged) {

    /**
     * Sessions and CDRs.
     *
     * @param manager the sessions that go on
     * @param sessions all sessions
     * @param cdrs all CDRs
     */
    public record Charged(EvseManager manager, SessionStore sessions, CdrBook cdrs) {}

    LocationsProvider locations() {
        return new LocationsProvider() {
            @Override
            public Page<Location> page(Context context, PageRequest wanted) {
                List<Location> all = sites.all().stream().map(Own.this::shown).toList();
                return Page.of(all, Location::lastUpdated, wanted);
            }

            @Override
            public Optional<Location> location(Context context, CiString id) {
                return sites.find(id.text()).map(Own.this::shown);
            }
        };
    }

    Location shown(network.opencharging.cpo.site.Location location) {
        return Places.location(location, uid -> statuses.now(new EvseRef(location.id(), uid)));
    }

    /**
     * A location as it was written down last, which is what partners are told: the effect of
     * telling is stored with it, and may be carried out before everybody here knows of it, or in
     * another process.
     */
    Optional<Location> written(String id) {
        return book.location(id)
                .map(location -> Places.location(location, uid -> status(new EvseRef(id, uid))));
    }

    EvseStatus status(EvseRef evse) {
        return book.status(evse).orElseGet(() -> statuses.now(evse));
    }

    Page<Tariff> tariffs(Context context, PageRequest wanted) {
        List<Tariff> all = tariffs.all().stream().map(Records::tariff).toList();
        return Page.of(all, Tariff::lastUpdated, wanted);
    }

    Page<Session> sessions(Context context, PageRequest wanted) {
        SessionStore.Wish all =
                new SessionStore.Wish(
                        Optional.of(context.from().toString()),
                        Optional.empty(),
                        wanted.dateFrom(),
                        wanted.dateTo(),
                        false,
                        Optional.empty(),
                        0,
                        1);
        long total = charged.sessions().count(all);
        return oldestFirst(
                wanted,
                total,
                (offset, limit) ->
                        charged.sessions()
                                .list(
                                        new SessionStore.Wish(
                                                all.emsp(),
                                                all.word(),
                                                all.from(),
                                                all.until(),
                                                false,
                                                Optional.empty(),
                                                offset,
                                                limit)),
                Charges::session);
    }

    Page<CDR> cdrs(Context context, PageRequest wanted) {
        Optional<String> emsp = Optional.of(context.from().toString());
        long total =
                charged.cdrs()
                        .count(
                                new CdrBook.Wish(
                                        emsp,
                                        wanted.dateFrom(),
                                        wanted.dateTo(),
                                        Optional.empty(),
                                        0,
                                        1));
        return oldestFirst(
                wanted,
                total,
                (offset, limit) ->
                        charged.cdrs()
                                .list(
                                        new CdrBook.Wish(
                                                emsp,
                                                wanted.dateFrom(),
                                                wanted.dateTo(),
                                                Optional.empty(),
                                                offset,
                                                limit)),
                Records::cdr);
    }

    /**
     * Books list the newest first, OCPI wants the oldest first: the page is counted from behind.
     */
    private static <T, U> Page<U> oldestFirst(
            PageRequest wanted,
            long total,
            BiFunction<Integer, Integer, List<T>> newestFirst,
            Function<T, U> told) {
        long end = total - wanted.offset();
        long start = Math.max(0, end - wanted.limit());
        if (end <= 0) {
            return new Page<>(List.of(), (int) total);
        }
        List<T> page = newestFirst.apply((int) start, (int) (end - start));
        return new Page<>(page.reversed().stream().map(told).toList(), (int) total);
    }
}

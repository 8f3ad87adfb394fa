package network.opencharging.cpo.site;

import network.opencharging.bridge.tariff.Tariff;
import network.opencharging.bridge.tariff.TariffChoice;
import network.opencharging.bridge.tariff.TariffType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All tariffs, answered from memory; a change is stored first. */
public final class Tariffs {
    private final SiteBook book;
    private volatile Map<String, TariffSheet> known;

    /** Reads what is kept. */
    public Tariffs(SiteBook book) {
        this.book = book;
        this.known = read(book);
    }

    private static Map<String, TariffSheet> read(SiteBook book) {
        Map<String, TariffSheet> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        book.tariffs().forEach(sheet -> read.put(id(sheet), sheet));
        return read;
    }

    /** Reads again what is kept: another process may have written something. */
    public synchronized void recall() {
        known = read(book);
    }

    private static String id(TariffSheet sheet) {
        return sheet.tariff().key().id();
    }

    /** All, by id. */
    public List<TariffSheet> all() {
        return List.copyOf(known.values());
    }

    /** The tariff of that id. */
    public Optional<TariffSheet> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /**
     * By which one a session at a connector that begins then is billed; empty: by none, so that
     * nothing should begin.
     */
    public Optional<TariffSheet> choose(Connector connector, TariffType wanted, Instant start) {
        List<TariffSheet> offered =
                connector.tariffs().stream().flatMap(id -> find(id).stream()).toList();
        List<Tariff> tariffs = offered.stream().map(TariffSheet::tariff).toList();
        return TariffChoice.of(tariffs, wanted, start)
                .flatMap(chosen ->
                        offered.stream().filter(one -> one.tariff().equals(chosen)).findFirst());
    }

    /** Writes one down, new or changed; sessions that go on keep the one that they began with. */
    public synchronized void put(TariffSheet sheet) {
        book.put(sheet);
        Map<String, TariffSheet> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(known);
        changed.put(id(sheet), sheet);
        known = changed;
    }

    /** Forgets one; false when there is none. */
    public synchronized boolean remove(String id) {
        Optional<TariffSheet> there = find(id);
        there.ifPresent(sheet -> {
            book.removeTariff(id(sheet));
            Map<String, TariffSheet> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            changed.putAll(known);
            changed.remove(id);
            known = changed;
        });
        return there.isPresent();
    }
}

package network.opencharging.cpo.plug.roll;

import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.port.NoLine;
import network.opencharging.cpo.plug.port.PlugLine;
import network.opencharging.cpo.plug.port.PlugPort;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All plugs, and the port to each. */
public final class PlugRoll implements ChargePorts {
    private static final Logger LOG = LoggerFactory.getLogger(PlugRoll.class);
    private static final String NO_WAY = "NoWay";

    private final PlugBook book;
    private final Function<Plug, PlugLine> lines;
    private final PlugPort.Surroundings around;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile boolean open;

    /**
     * @param lines the way to a plug; may begin with the first one
     */
    public PlugRoll(PlugBook book, Function<Plug, PlugLine> lines, PlugPort.Surroundings around) {
        this.book = book;
        this.lines = lines;
        this.around = around;
    }

    /**
     * A plug and the port to it.
     *
     * @param fault why there is no way to it; empty where there is one
     */
    public record Entry(Plug plug, PlugPort port, Optional<String> fault) {}

    /** Opens the ports to all that were written down before. */
    public synchronized void open() {
        book.all().forEach(this::open);
        open = true;
    }

    /** Whether all that were written down are here: before that, who is not here may be yet. */
    public boolean isOpen() {
        return open;
    }

    /** What is in the way of one plug must not be in the way of the others. */
    private void open(Plug plug) {
        try {
            open(plug, lines.apply(plug), Optional.empty());
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.error("there is no way to the plug {}: {}", plug, e.getMessage());
            open(plug, new NoLine(), Optional.of(String.valueOf(e.getMessage())));
            PortId port = new PortId(plug.name(), 1);
            around.events()
                    .happened(new DeviceEvent.Faulted(port, around.clock().instant(), NO_WAY));
        }
    }

    private void open(Plug plug, PlugLine line, Optional<String> fault) {
        PlugPort port = new PlugPort(new PortId(plug.name(), 1), plug.dialect(), line, around);
        entries.put(plug.name(), new Entry(plug, port, fault));
        port.open();
    }

    /** Tries again where there was no way. */
    public synchronized void mend() {
        all().stream().filter(entry -> entry.fault().isPresent()).forEach(this::mend);
    }

    private void mend(Entry entry) {
        try {
            PlugLine line = lines.apply(entry.plug());
            entry.port().handOver();
            open(entry.plug(), line, Optional.empty());
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.debug("there is still no way to the plug {}", entry.plug(), e);
        }
    }

    /** Another process goes on with all of them. */
    public synchronized void handOver() {
        open = false;
        entries.values().forEach(entry -> entry.port().handOver());
        entries.clear();
    }

    /**
     * Writes a plug down. One that was there before under this name ends what it does.
     *
     * @throws IllegalArgumentException naming the field that is wrong
     * @throws IllegalStateException when the way to it cannot be had
     */
    public synchronized void put(Plug plug) {
        PlugDialect dialect = plug.dialect();
        for (Entry other : entries.values()) {
            if (!other.plug().name().equals(plug.name())) {
                requireApart(dialect, other.plug());
            }
        }
        PlugLine line = lines.apply(plug);
        closed(plug.name());
        book.put(plug);
        open(plug, line, Optional.empty());
    }

    private static void requireApart(PlugDialect dialect, Plug other) {
        PlugDialect its = other.dialect();
        boolean shared =
                dialect.topics().stream().anyMatch(its::mayTell)
                        || its.topics().stream().anyMatch(dialect::mayTell);
        if (shared) {
            throw new IllegalArgumentException("the topics are those of the plug " + other.name());
        }
    }

    /** Forgets a plug; false when there was none. */
    public synchronized boolean remove(String name) {
        closed(name);
        return book.remove(name);
    }

    private void closed(String name) {
        Entry gone = entries.remove(name);
        if (gone != null) {
            gone.port().close();
        }
    }

    /** All, by their names. */
    public List<Entry> all() {
        return entries.values().stream()
                .sorted(Comparator.comparing(entry -> entry.plug().name()))
                .toList();
    }

    /** One. */
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    @Override
    public Optional<ChargePort> find(PortId id) {
        return id.evse() == 1 ? find(id.device()).map(Entry::port) : Optional.empty();
    }
}

package network.opencharging.cpo.roaming;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.config.EmbeddedBridge;
import network.opencharging.bridge.journal.Journal;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.cpo.account.RoamingTokens;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.outbox.PartnerBook;
import network.opencharging.cpo.start.StartDesk;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Party;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The bridge to a node with our backoffice behind it. It is built before it is started: what
 * happens meanwhile waits in the outbox.
 */
public final class Roaming implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Roaming.class);
    private final RoamingSettings settings;
    private final Place place;
    private final Line line = new Line();
    private Runnable round = () -> {};

    /**
     * Where it works.
     *
     * @param operator whose backoffice it is
     * @param folder for the bridge's files
     * @param threads on which may be waited
     * @param edge the time, and fresh ids
     */
    public record Place(PartyId operator, Path folder, Executor threads, StartDesk.Edge edge) {}

    /** Not started yet. */
    public Roaming(RoamingSettings settings, Place place) {
        this.settings = settings;
        this.place = place;
    }

    /** The bridge, once it is started. */
    private static final class Line implements Way {
        private volatile @Nullable EmbeddedBridge bridge;

        private Optional<EmbeddedBridge> bridge() {
            return Optional.ofNullable(bridge);
        }

        @Override
        public boolean isOpen() {
            return bridge().isPresent();
        }

        @Override
        public Optional<HubCalls> calls() {
            return bridge().flatMap(EmbeddedBridge::calls);
        }

        @Override
        public void settle(String id, OcpiObject result) {
            Objects.requireNonNull(bridge, "a request comes through the bridge")
                    .commands()
                    .settle(id, result);
        }

        @Override
        public List<PartyId> issuers() {
            return bridge().map(it ->
                            it.directory().snapshot().parties().stream()
                                    .filter(party -> party.roles().contains(Role.EMSP))
                                    .map(Party::id)
                                    .toList())
                    .orElse(List.of());
        }
    }

    /**
     * Tells partners what the outbox says.
     *
     * @param partners is told how it went
     */
    public EffectHandler telling(Own own, PartnerBook partners) {
        return new Telling(
                own,
                line,
                new Telling.Ends(place.operator(), settings.everybody()),
                partners,
                place.edge().clock(),
                place.edge().ids());
    }

    /** Tokens of partners. */
    public RoamingTokens tokens(TokenShelf shelf) {
        return tokensOf(shelf);
    }

    private PartnersTokens tokensOf(TokenShelf shelf) {
        return new PartnersTokens(
                shelf, line, place.operator(), place.threads(), place.edge().ids());
    }

    /**
     * What partners ask for is answered by this.
     *
     * @param desk takes their commands
     * @param ports the devices whose power profiles limit
     * @param shelf keeps their tokens
     */
    public record Desks(StartDesk desk, ChargePorts ports, TokenShelf shelf) {}

    /** Opens the door to the node, unless it is open, and registers there until it is done. */
    public synchronized void open(Own own, Desks desks) {
        if (line.isOpen()) {
            return;
        }
        Profiles profiles =
                new Profiles(own.charged().manager(), desks.ports(), line, place.edge().clock());
        Backoffice backoffice =
                Backoffice.builder()
                        .locations(own.locations())
                        .tariffs(own::tariffs)
                        .sessions(own::sessions)
                        .cdrs(own::cdrs)
                        .keepTokens(tokensOf(desks.shelf()))
                        .commands(new PartnersCommands(desks.desk(), desks.shelf(), line))
                        .profiles(profiles)
                        .preferences(profiles)
                        .build();
        line.bridge =
                EmbeddedBridge.start(
                        backoffice,
                        settings.bridge(place.operator(), place.folder()),
                        settings.directory(),
                        Journal.none());
        round = profiles::round;
    }

    /** Goes on with what takes its time: charging profiles. */
    public void round() {
        Runnable now;
        synchronized (this) {
            now = round;
        }
        now.run();
    }

    /** Closes the door: another process has it now. */
    public synchronized void shut() {
        if (line.isOpen()) {
            LOG.warn("another process of this backend has the way to partners now");
            close();
        }
    }

    /** Whether the backend is registered at its node. */
    public boolean isRegistered() {
        return line.calls().isPresent();
    }

    /** Whether this process has the way to partners. */
    public boolean isHere() {
        return line.isOpen();
    }

    @Override
    public synchronized void close() {
        round = () -> {};
        line.bridge().ifPresent(EmbeddedBridge::close);
        line.bridge = null;
    }
}

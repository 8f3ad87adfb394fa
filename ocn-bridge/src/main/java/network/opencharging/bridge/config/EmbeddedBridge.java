package network.opencharging.bridge.config;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.call.Connection;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.deliver.Orders;
import network.opencharging.bridge.deliver.Outbox;
import network.opencharging.bridge.journal.Journal;
import network.opencharging.bridge.register.Problem;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.registry.directory.Directory;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;

/** A bridge inside any Java program: the same bridge, without an application context of Spring. */
public final class EmbeddedBridge implements AutoCloseable {
    private final BridgeDatabase database;
    private final Ground ground;
    private final Lines lines;
    private final RunningBridge bridge;

    private EmbeddedBridge(
            Backoffice backoffice,
            BridgeSettings settings,
            RegistrySettings registry,
            Journal journal) {
        this.database =
                BridgeDatabase.open(
                        settings.data(),
                        BridgeAutoConfiguration.folder(settings.data(), new SecureRandom()));
        this.ground = KeepingConfig.ground(database, settings.data(), registry);
        this.lines = Lines.open();
        this.bridge =
                RunningBridge.start(
                        backoffice,
                        ground,
                        settings,
                        new RunningBridge.Edge(lines.http(), lines.threads(), journal));
    }

    /**
     * Opens the door and joins the hub, when the settings name one; without, {@link #join} or
     * {@link #invite}.
     *
     * @param journal is told of every message
     */
    public static EmbeddedBridge start(
            Backoffice backoffice,
            BridgeSettings settings,
            RegistrySettings registry,
            Journal journal) {
        BridgeSettings invited =
                new BridgeSettings(
                        settings.door(),
                        settings.parties(),
                        settings.hub().invited(),
                        settings.data());
        return new EmbeddedBridge(backoffice, invited, registry, journal);
    }

    /** Joins a hub with the token A of its operator; what went wrong, or empty when it is done. */
    public Optional<Problem> join(URI versionsUrl, CredentialsToken tokenA) {
        return bridge.enrolment().join(versionsUrl, tokenA);
    }

    /** A token A for a hub that comes by itself. */
    public CredentialsToken invite() {
        return bridge.frontDesk().invite();
    }

    /** What own parties have to say goes here. */
    public Outbox outbox() {
        return bridge.outbox();
    }

    /** What own parties want of partners goes here; how it ended is told to the backoffice. */
    public Orders orders() {
        return bridge.orders();
    }

    /** Where the results of commands are reported. */
    public CommandBook commands() {
        return bridge.book();
    }

    /** Calls to partners; empty until the handshake is done. */
    public Optional<HubCalls> calls() {
        return bridge.calls();
    }

    /** How the hub is spoken to; empty until the handshake is done. */
    public Optional<Connection> connection() {
        return bridge.connection();
    }

    /** The registry, as this bridge sees it. */
    public Directory directory() {
        return ground.directory();
    }

    @Override
    public void close() {
        bridge.close();
        lines.close();
        database.close();
    }
}

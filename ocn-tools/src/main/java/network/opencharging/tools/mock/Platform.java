package network.opencharging.tools.mock;

import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.HttpDoor;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.mock.answer.Prepared;
import network.opencharging.tools.mock.fault.Switchboard;
import network.opencharging.tools.ocpi.Connection;
import network.opencharging.tools.ocpi.Interface;
import network.opencharging.tools.ocpi.call.OcpiCaller;
import network.opencharging.tools.ocpi.door.Desks;
import network.opencharging.tools.ocpi.door.Layout;
import network.opencharging.tools.ocpi.door.OcpiDoor;
import network.opencharging.tools.ocpi.register.Registration;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The platform of one party: what both kinds of mock have in common. */
public final class Platform implements AutoCloseable {
    private final Settings settings;
    private final HttpDoor door;
    private final HttpCalls calls;
    private final ExchangeLog log;
    private final Connection connection;
    private final OcpiCaller caller;
    private final Layout layout;
    private final Registration registration;
    private final Switchboard faults;
    private final Prepared prepared = new Prepared();

    private Platform(Settings settings, HttpDoor door) {
        this.settings = settings;
        this.door = door;
        this.faults = new Switchboard(settings.faults());
        this.calls = HttpCalls.within(settings.size().deadline());
        this.log = new ExchangeLog(settings.seams().watcher());
        this.connection = new Connection();
        this.caller =
                new OcpiCaller(
                        settings.identity().party(),
                        connection,
                        settings.signing(),
                        new OcpiCaller.Wire(
                                faults.caller(calls),
                                log,
                                settings.seams().clock(),
                                settings.seams().ids()));
        this.layout = new Layout(door.url());
        this.registration =
                new Registration(
                        settings.identity(),
                        connection,
                        caller,
                        settings.seams().tokens(),
                        layout.versions());
    }

    /**
     * Opens the platform.
     *
     * @param interfaces what it offers, made once it can send requests itself
     * @throws IOException when the port is taken
     */
    static Platform open(Settings settings, Function<Platform, List<Interface>> interfaces)
            throws IOException {
        AtomicReference<Function<Request, Answer>> handler =
                new AtomicReference<>(request -> Answer.text(503, "opening"));
        HttpDoor door = HttpDoor.open(settings.port(), request -> handler.get().apply(request));
        Platform platform = new Platform(settings, door);
        List<Interface> offered =
                interfaces.apply(platform).stream().map(platform.prepared::around).toList();
        Desks desks = new Desks(platform.layout, platform.registration, offered);
        OcpiDoor honest =
                new OcpiDoor(
                        settings.identity().party(),
                        platform.connection,
                        settings.signing(),
                        desks,
                        platform.log,
                        settings.seams().clock());
        handler.set(platform.faults.door(honest::answer));
        return platform;
    }

    /** The address of its versions, which a hub must be given. */
    public URI versions() {
        return layout.versions();
    }

    /** What all its addresses begin with. */
    public URI base() {
        return layout.base();
    }

    /** Where everything is. */
    public Layout layout() {
        return layout;
    }

    /** Registers with a hub, renews, and ends registrations. */
    public Registration registration() {
        return registration;
    }

    /** Who is connected, and with which tokens. */
    public Connection connection() {
        return connection;
    }

    /** Sends requests as this party. */
    public OcpiCaller caller() {
        return caller;
    }

    /** What this party has sent and received. */
    public ExchangeLog log() {
        return log;
    }

    /** What it does wrong, which may be changed at any time. */
    public Switchboard faults() {
        return faults;
    }

    /** The answers that it gives in place of its own. */
    public Prepared prepared() {
        return prepared;
    }

    /** How it was set up. */
    public Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        door.close();
        calls.close();
    }
}

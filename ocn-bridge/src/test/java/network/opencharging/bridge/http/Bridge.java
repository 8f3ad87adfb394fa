package network.opencharging.bridge.http;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.journal.Passage;
import network.opencharging.bridge.journal.Watch;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.receive.Commands;
import network.opencharging.bridge.receive.Complaints;
import network.opencharging.bridge.receive.PageLimits;
import network.opencharging.bridge.receive.Reception;
import network.opencharging.bridge.sign.Signing;
import network.opencharging.bridge.sign.Signings;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A bridge for tests: alice behind a real socket, bob may ask her, a hub may speak for all. */
final class Bridge implements AutoCloseable {
    static final PartyId ALICE = new PartyId("DE", "ALC");
    static final PartyId BOB = new PartyId("NL", "BOB");
    static final PartyId HUB = new PartyId("DE", "HUB");
    static final CredentialsToken TOKEN = CredentialsToken.of("secret-of-bob").orElseThrow();
    static final String PUBLIC_URL = "https://alice.example";

    final List<String> complaints = new CopyOnWriteArrayList<>();
    final List<Passage> passages = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    final MemoryCommands book = new MemoryCommands();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BridgeDoor door;

    Bridge(Backoffice backoffice, Duration patience) {
        this(backoffice, patience, Signings.unsigned());
    }

    Bridge(Backoffice backoffice, Duration patience, Signing signing) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
        Reception reception =
                Reception.of(
                        backoffice,
                        new Reception.Settings(
                                PUBLIC_URL,
                                Set.of(ALICE),
                                Set.of(HUB),
                                new PageLimits(2, 3),
                                patience),
                        complaints(),
                        signing,
                        new Commands(book, url -> "hub.example".equals(url.getHost()), () -> "c-1"),
                        new Reception.Edge(clock, () -> "made-here", threads, passages::add));
        try {
            door =
                    BridgeDoor.open(
                            BridgeDoor.Place.plain(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                            threads,
                            reception,
                            TOKEN::equals,
                            Optional.empty(),
                            new Watch(clock, passages::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Complaints complaints() {
        return new Complaints() {
            @Override
            public void invalid(Subject subject, Json.Obj object, List<Finding> findings) {
                complaints.add(subject.module() + " " + subject.object() + " " + findings);
            }

            @Override
            public void failed(Subject subject, Exception failure) {
                complaints.add("failed: " + failure.getMessage());
            }

            @Override
            public void late(Subject subject) {
                complaints.add("late for " + subject.context().from());
            }

            @Override
            public void refused(Subject subject, String body, String why) {
                refusals.add(subject.context().from() + " " + subject.object() + ": " + why);
            }
        };
    }

    Partner bob() {
        return Partner.of(door.port(), TOKEN, BOB, ALICE);
    }

    @Override
    public void close() {
        door.close();
        threads.close();
    }

    /** Nobody listens. */
    static final class Silent implements Complaints {
        @Override
        public void invalid(Subject subject, Json.Obj object, List<Finding> findings) {}

        @Override
        public void failed(Subject subject, Exception failure) {}

        @Override
        public void late(Subject subject) {}

        @Override
        public void refused(Subject subject, String body, String why) {}
    }
}

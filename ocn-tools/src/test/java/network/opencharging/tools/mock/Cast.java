package network.opencharging.tools.mock;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** Alice the CPO and Bob the eMSP, connected to each other without a hub between them. */
final class Cast implements AutoCloseable {
    static final PartyId ALICE = new PartyId("DE", "ALC");
    static final PartyId BOB = new PartyId("NL", "BOB");
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    final MockCpo alice;
    final MockEmsp bob;

    private Cast(Settings.Size size, Signing alices, Signing bobs) throws IOException {
        AtomicInteger numbers = new AtomicInteger();
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Settings.Seams seams =
                new Settings.Seams(
                        clock,
                        clock,
                        () -> "id-" + numbers.incrementAndGet(),
                        () -> "token-" + numbers.incrementAndGet(),
                        exchange -> {});
        alice =
                MockCpo.open(
                        Settings.of(new Identity(ALICE, Role.CPO, "Alice Charging"), seams)
                                .size(size)
                                .signing(alices));
        bob =
                MockEmsp.open(
                        Settings.of(new Identity(BOB, Role.EMSP, "Bob Mobility"), seams)
                                .size(size)
                                .signing(bobs));
    }

    /** Not yet connected. */
    static Cast strangers() throws IOException {
        return new Cast(Settings.Size.SMALL, Signing.none(), Signing.none());
    }

    /** Bob has registered with Alice. */
    static Cast connected() throws IOException {
        return connected(Settings.Size.SMALL);
    }

    static Cast connected(Settings.Size size) throws IOException {
        return connected(new Cast(size, Signing.none(), Signing.none()));
    }

    static Cast connected(Signing alices, Signing bobs) throws IOException {
        return connected(new Cast(Settings.Size.SMALL, alices, bobs));
    }

    private static Cast connected(Cast cast) throws IOException {
        cast.alice.platform().connection().invite("token-a");
        cast.bob.platform().registration().register(cast.alice.platform().versions(), "token-a");
        return cast;
    }

    static Settings.Size size(int locations, int pageSize) {
        return new Settings.Size(locations, 7, pageSize, Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        bob.close();
        alice.close();
    }
}

package network.opencharging.tools.conformance;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.conformance.suite.Bench;
import network.opencharging.tools.conformance.suite.Case;
import network.opencharging.tools.conformance.suite.Suite;
import network.opencharging.tools.conformance.suite.Verdict;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.fault.Fault;
import network.opencharging.tools.mock.hub.MockHub;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Peer;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.wire.Directory;
import network.opencharging.tools.wire.Ears;
import network.opencharging.tools.wire.Line;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A mock with faults, and the suite that is let loose on it. */
final class Trial implements AutoCloseable {
    private static final PartyId MOCK = PartyId.parse("DE/ALC").orElseThrow();
    private static final PartyId SELF = PartyId.parse("NL/TST").orElseThrow();
    private static final String TOKEN = "token-of-the-suite";

    private final Role role;
    private final Place place;
    private final Runnable ending;
    private final Bench.Freedom freedom;
    private final Map<String, String> failed = new TreeMap<>();
    private final List<String> passed = new ArrayList<>();

    private Trial(Role role, Place place, Runnable ending, Bench.Freedom freedom) {
        this.role = role;
        this.place = place;
        this.ending = ending;
        this.freedom = freedom;
    }

    static Trial of(Role role, List<Fault> faults) throws IOException {
        Settings settings =
                Settings.of(
                                new Identity(MOCK, role, "Alice"),
                                Settings.Seams.of(
                                        Seams.real(), Seams.real().clock(), exchange -> {}))
                        .faults(faults);
        boolean dropping =
                faults.stream().anyMatch(fault -> fault.name().equals("callback-dropped"));
        Bench.Freedom freedom =
                new Bench.Freedom(
                        true, dropping ? Optional.of(Duration.ofSeconds(1)) : Optional.empty());
        if (role == Role.HUB) {
            return hub(settings, freedom);
        }
        if (role == Role.CPO) {
            MockCpo cpo = MockCpo.open(settings);
            return new Trial(role, known(cpo.platform()), cpo::close, freedom);
        }
        MockEmsp emsp = MockEmsp.open(settings);
        return new Trial(role, known(emsp.platform()), emsp::close, freedom);
    }

    /** A hub at which the suite has registered, and an honest CPO to be asked through it. */
    private static Trial hub(Settings settings, Bench.Freedom freedom) throws IOException {
        MockHub hub =
                MockHub.open(
                        honest(PartyId.parse("CH/HUB").orElseThrow(), Role.HUB)
                                .faults(settings.faults()));
        MockCpo alice = MockCpo.open(honest(MOCK, Role.CPO));
        MockEmsp self = MockEmsp.open(honest(SELF, Role.EMSP));
        hub.invite("token-a");
        alice.platform().registration().register(hub.versions(), "token-a");
        self.platform().registration().register(hub.versions(), "token-a");
        String token = self.platform().connection().peer().orElseThrow().token();
        return new Trial(
                Role.HUB,
                new Place(hub.versions(), token),
                () -> {
                    self.close();
                    alice.close();
                    hub.close();
                },
                freedom);
    }

    private static Settings honest(PartyId party, Role role) {
        return Settings.of(
                new Identity(party, role, "Honest"),
                Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}));
    }

    /** The mock knows the suite as if they had registered. */
    private static Place known(Platform platform) {
        platform.connection()
                .registered(
                        TOKEN,
                        new Peer(
                                "token-of-the-mock",
                                URI.create("http://127.0.0.1:9/versions"),
                                new Endpoints(Map.of()),
                                List.of()));
        return new Place(platform.versions(), TOKEN);
    }

    /**
     * Where the suite is let loose.
     *
     * @param token by which it is known there
     */
    private record Place(URI versions, String token) {}

    void run() throws IOException {
        try (HttpCalls calls = HttpCalls.within(Duration.ofSeconds(30));
                Ears ears = Ears.open(Seams.real().clock())) {
            Line line =
                    Line.of(
                            new Line.Ends(place.token(), SELF, Optional.of(MOCK)),
                            new Line.Means(
                                    calls,
                                    Signing.none(),
                                    Seams.real().clock(),
                                    Seams.real().ids()));
            Bench bench =
                    new Bench(
                            line,
                            Directory.read(line, place.versions()),
                            ears,
                            Seams.real().clock(),
                            freedom);
            Suite.of(role).run(bench, new Listening());
        }
    }

    private final class Listening implements Suite.Audience {
        @Override
        public void begins(Case one) {
            // Nobody looks on.
        }

        @Override
        public void ended(Case one, Verdict verdict) {
            switch (verdict) {
                case Verdict.Failed(String why) -> failed.put(one.id(), why);
                case Verdict.Passed() -> passed.add(one.id());
                case Verdict.Skipped _ -> {}
            }
        }
    }

    Map<String, String> failed() {
        return failed;
    }

    List<String> passed() {
        return passed;
    }

    @Override
    public void close() {
        ending.run();
    }
}

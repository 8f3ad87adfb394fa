package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;
import network.opencharging.cli.up.story.StoryClock;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.seam.Seams;

import java.io.IOException;
import java.time.Duration;

/**
 * Alice the CPO and Bob the eMSP.
 *
 * @param alice at the node north
 * @param bob at the node south
 * @param stationClock the time at Alice's stations
 */
record Parties(MockCpo alice, MockEmsp bob, StoryClock stationClock) implements AutoCloseable {
    private static final Duration STORY = Duration.ofMinutes(66);

    /**
     * Opens both.
     *
     * @throws IOException when a port is taken
     */
    static Parties open(Cast cast, Ports ports, Seams seams) throws IOException {
        StoryClock stations = new StoryClock(seams.clock(), STORY);
        Settings.Seams inner = Settings.Seams.of(seams, stations, _ -> {});
        MockCpo alice =
                MockCpo.open(
                        Settings.of(Cast.ALICE, inner)
                                .signing(cast.signing(Cast.ALICE))
                                .at(ports.cpo()));
        try {
            Settings bobs =
                    Settings.of(Cast.BOB, inner).signing(cast.signing(Cast.BOB)).at(ports.emsp());
            return new Parties(alice, MockEmsp.open(bobs), stations);
        } catch (IOException e) {
            alice.close();
            throw e;
        }
    }

    @Override
    public void close() {
        bob.close();
        alice.close();
    }
}

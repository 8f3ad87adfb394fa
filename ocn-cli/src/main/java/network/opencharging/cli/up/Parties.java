package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;
import network.opencharging.cli.up.story.StoryClock;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.LocalRegistry;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.party.BridgedCpo;
import network.opencharging.tools.party.BridgedEmsp;
import network.opencharging.tools.party.PartyPlan;
import network.opencharging.tools.seam.Seams;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Alice the CPO and Bob the eMSP, each on a bridge of its own.
 *
 * @param alice at the node north
 * @param bob at the node south
 * @param stationClock the time at Alice's stations
 */
record Parties(BridgedCpo alice, BridgedEmsp bob, StoryClock stationClock)
        implements AutoCloseable {
    private static final Duration STORY = Duration.ofMinutes(66);

    /**
     * Opens both.
     *
     * @param folder where their bridges keep their files
     * @throws IOException when a key cannot be written
     */
    static Parties open(Cast cast, Ports ports, LocalRegistry registry, Path folder, Seams seams)
            throws IOException {
        StoryClock stations = new StoryClock(seams.clock(), STORY);
        BridgedCpo alice =
                BridgedCpo.open(
                        plan(cast, Cast.ALICE, ports.cpo(), registry, folder.resolve("alice")),
                        seams,
                        stations);
        try {
            return new Parties(
                    alice,
                    BridgedEmsp.open(
                            plan(cast, Cast.BOB, ports.emsp(), registry, folder.resolve("bob")),
                            seams),
                    stations);
        } catch (IOException | RuntimeException e) {
            alice.close();
            throw e;
        }
    }

    private static PartyPlan plan(
            Cast cast, Identity identity, int port, LocalRegistry registry, Path folder)
            throws IOException {
        Path key = folder.resolve("party.key");
        cast.member(identity).key().writeTo(key);
        return new PartyPlan(identity, port, folder, key.toString(), registry.environment());
    }

    @Override
    public void close() {
        bob.close();
        alice.close();
    }
}

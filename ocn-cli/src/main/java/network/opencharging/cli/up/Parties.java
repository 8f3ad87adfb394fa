package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;
import network.opencharging.cli.up.story.StoryClock;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

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
     * @param ids makes ids of messages
     * @param tokens makes tokens that nobody can guess
     */
    static Parties open(
            Members members,
            Ports ports,
            Clock clock,
            Supplier<String> ids,
            Supplier<String> tokens)
            throws IOException {
        StoryClock stations = new StoryClock(clock, STORY);
        Settings.Seams seams = new Settings.Seams(clock, stations, ids, tokens, exchange -> {});
        MockCpo alice =
                MockCpo.open(settings(Members.ALICE, seams, members.alicesSigning(), ports.cpo()));
        try {
            Settings bobs = settings(Members.BOB, seams, members.bobsSigning(), ports.emsp());
            return new Parties(alice, MockEmsp.open(bobs), stations);
        } catch (IOException e) {
            alice.close();
            throw e;
        }
    }

    private static Settings settings(
            Identity identity, Settings.Seams seams, Signing signing, int port) {
        return Settings.of(identity, seams).signing(signing).at(port);
    }

    /** The party begins: Alice registers at her node with the token A that it has given her. */
    void aliceRegisters(NodeAdmin north) throws IOException, InterruptedException {
        NodeAdmin.Invitation invitation = north.invite(Members.ALICE.party());
        alice.platform().registration().register(invitation.versions(), invitation.token());
    }

    /** The node begins: Bob has given his node a token A, and it registers with him. */
    void bobIsRegistered(NodeAdmin south, String tokenA) throws IOException, InterruptedException {
        bob.platform().connection().invite(tokenA);
        south.approach(bob.platform().versions(), tokenA);
    }

    @Override
    public void close() {
        bob.close();
        alice.close();
    }
}

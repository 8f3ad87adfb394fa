package network.opencharging.tools.reach;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.fault.Fault;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.sign.Anybody;
import network.opencharging.tools.ocpi.sign.OcnSigning;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.secret.KeyFile;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.wire.Directory;
import network.opencharging.tools.wire.Ears;
import network.opencharging.tools.wire.Line;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A live system that has been reached: its directory, and a line to one of its parties. */
public final class Contact implements AutoCloseable {
    private static final String TOKEN = "OCPI_TOKEN";

    private final Line line;
    private final Directory directory;
    private final Ears ears;
    private final Runnable ending;

    private Contact(Line line, Directory directory, Ears ears, Runnable ending) {
        this.line = line;
        this.directory = directory;
        this.ears = ears;
        this.ending = ending;
    }

    /**
     * Reaches a system.
     *
     * @param wanted the role of the party that is asked
     * @throws Failure when it cannot be reached
     */
    public static Contact of(
            Reach reach, Role wanted, Map<String, String> environment, Seams seams) {
        Input input = Input.ofProcess();
        String token = token(reach, environment, input);
        Signing signing = signing(reach, input);
        HttpCalls calls = HttpCalls.within(reach.patience());
        Line.Means means = new Line.Means(calls, signing, seams.clock(), seams.ids());
        try {
            if (!reach.register()) {
                Ears own = Ears.open(seams.clock());
                return contact(
                        reach,
                        wanted,
                        new Met(token, own),
                        means,
                        () -> {
                            own.close();
                            calls.close();
                        });
            }
            Guest guest = Guest.open(reach, wanted, signing, seams);
            String given = guest.register(reach, token);
            return contact(
                    reach,
                    wanted,
                    new Met(given, guest.ears()),
                    means,
                    () -> {
                        guest.close();
                        calls.close();
                    });
        } catch (IOException e) {
            calls.close();
            throw Failure.failed("%s cannot be used: %s".formatted(reach.url(), e.getMessage()), e);
        }
    }

    /**
     * What came of the first moment.
     *
     * @param token that is shown from now on
     * @param ears that hear what comes later
     */
    private record Met(String token, Ears ears) {}

    private static Contact contact(
            Reach reach, Role wanted, Met met, Line.Means means, Runnable ending)
            throws IOException {
        Line line = Line.of(new Line.Ends(met.token(), reach.self(), Optional.empty()), means);
        Directory directory = Directory.read(line, reach.url());
        Optional<PartyId> other =
                reach.other().isPresent() ? reach.other() : directory.party(line, wanted);
        return new Contact(other.map(line::to).orElse(line), directory, met.ears(), ending);
    }

    private static String token(Reach reach, Map<String, String> environment, Input input) {
        String token =
                reach.tokenFile()
                        .map(file -> input.text(file, "--token-file"))
                        .orElse(environment.getOrDefault(TOKEN, ""));
        if (token.isEmpty()) {
            throw Failure.usage(
                    "The system's token is missing: name a file with --token-file, or set"
                            + " OCPI_TOKEN.");
        }
        return Given.token(token);
    }

    private static Signing signing(Reach reach, Input input) {
        return reach.keyFile()
                .<Signing>map(file -> new OcnSigning(KeyFile.read(file, input), new Anybody()))
                .orElse(Signing.none());
    }

    /** The line, to the party that is asked where that is known. */
    public Line line() {
        return line;
    }

    /** What the system tells of itself. */
    public Directory directory() {
        return directory;
    }

    /** What hears results, at addresses that the system hands them to. */
    public Ears ears() {
        return ears;
    }

    @Override
    public void close() {
        ending.run();
    }

    /** The mock that registers in the name of who asks. */
    private record Guest(Platform platform, Ears ears, Runnable ending) {
        static Guest open(Reach reach, Role wanted, Signing signing, Seams seams)
                throws IOException {
            Role role = wanted == Role.EMSP ? Role.CPO : Role.EMSP;
            Ears ears = Ears.atADoor(seams.clock());
            Settings settings =
                    Settings.of(
                                    new Identity(reach.self(), role, "OCN Tools"),
                                    Settings.Seams.of(seams, seams.clock(), _ -> {}))
                            .signing(signing)
                            .faults(List.of(hearing(ears)));
            if (role == Role.CPO) {
                MockCpo cpo = MockCpo.open(settings);
                return at(cpo.platform(), ears, cpo::close);
            }
            MockEmsp emsp = MockEmsp.open(settings);
            return at(emsp.platform(), ears, emsp::close);
        }

        private static Guest at(Platform platform, Ears ears, Runnable ending) {
            ears.standAt(platform.base().toString());
            return new Guest(platform, ears, ending);
        }

        /** The one thing in which it is no mock: what comes to the ears is theirs. */
        private static Fault hearing(Ears ears) {
            return new Fault(
                    "ears",
                    "results are heard raw",
                    (request, mock) ->
                            ears.isMeant(request) ? ears.take(request) : mock.apply(request),
                    (request, way) -> way.send(request));
        }

        String register(Reach reach, String tokenA) throws IOException {
            try {
                platform.registration().register(reach.url(), tokenA);
                return platform.connection().peer().orElseThrow().token();
            } catch (IOException e) {
                ending.run();
                throw e;
            }
        }

        void close() {
            try {
                platform.registration().unregister();
            } catch (IOException e) {
                throw Failure.failed("the registration could not be ended: " + e.getMessage(), e);
            } finally {
                ending.run();
            }
        }
    }
}

package network.opencharging.tools.mock.command;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.fault.Fault;
import network.opencharging.tools.mock.fault.Faults;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;
import network.opencharging.tools.terminal.Screen;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** {@code ocn tools mock cpo} and {@code ocn tools mock emsp}. */
@Command(
        description =
                "Runs a mock party until Ctrl-C and shows every message it sends or receives.",
        footer = {
            "",
            "Without --hub it prints a token A, with which a hub can register at it.",
            "With --hub it registers there; the hub's token A comes from --token-file or",
            "from the environment variable OCN_TOKEN_A, never from an argument.",
            "Example: ocn tools mock cpo --port 7470 --party DE/ALC"
        })
public final class MockCommand implements Callable<Integer> {
    private final Role role;
    private final Map<String, String> environment;
    private final Seams seams;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where it listens [any free port].")
    private int port;

    @Option(names = "--party", paramLabel = "CC/PID", description = "Who it is.")
    private String party;

    @Option(names = "--name", paramLabel = "TEXT", description = "Its trade name.")
    private String name;

    @Option(
            names = "--locations",
            paramLabel = "NUMBER",
            description = "How many locations a CPO has [${DEFAULT-VALUE}].")
    private int locations = 5;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The same seed gives the same locations [${DEFAULT-VALUE}].")
    private long seed = 1;

    @Option(
            names = "--page",
            paramLabel = "NUMBER",
            description = "How many objects a list gives at most [${DEFAULT-VALUE}].")
    private int page = 50;

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            split = ",",
            description = "What it does wrong, by names of 'ocn tools mock faults'.")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--hub", paramLabel = "URL", description = "The versions address of a hub.")
    private @Nullable URI hub;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the token A that the hub has given.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with 64 hexadecimal digits: sign with this key.")
    private @Nullable Path keyFile;

    @Option(
            names = "--token-to",
            paramLabel = "FILE",
            description =
                    "Without --hub: write the token A into this file, which only you can read, and"
                            + " do not show it.")
    private @Nullable Path tokenTo;

    private MockCommand(Role role, String party, String name, Map<String, String> environment) {
        this.role = role;
        this.party = party;
        this.name = name;
        this.environment = Map.copyOf(environment);
        this.seams = Seams.real();
    }

    /** A mock CPO. */
    public static CommandLine cpo(Map<String, String> environment) {
        return new CommandLine(new MockCommand(Role.CPO, "DE/ALC", "Alice Charging", environment));
    }

    /** A mock eMSP. */
    public static CommandLine emsp(Map<String, String> environment) {
        return new CommandLine(new MockCommand(Role.EMSP, "NL/BOB", "Bob Mobility", environment));
    }

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        Secrets secrets = new Secrets(environment);
        Settings settings = settings(screen, secrets);
        try (MockParty running = open(settings)) {
            Platform platform = running.platform();
            screen.say(
                    "%s (%s, %s) answers at %s".formatted(name, party, role, platform.versions()));
            introduce(platform, secrets, screen);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private Settings settings(Screen screen, Secrets secrets) {
        PartyId id = Given.party("--party", party);
        Settings.Seams inner = Settings.Seams.of(seams, seams.clock(), new Narrator(screen)::tell);
        Settings.Size size =
                new Settings.Size(locations, seed, page, Settings.Size.SMALL.deadline());
        return Settings.of(new Identity(id, role, name), inner)
                .at(port)
                .size(size)
                .faults(faults.stream().map(MockCommand::fault).toList())
                .signing(secrets.signing(keyFile));
    }

    private static Fault fault(String name) {
        return Faults.find(name)
                .orElseThrow(() ->
                        Failure.usage(
                                "--fault must be a name that 'ocn tools mock faults' lists, not "
                                        + name));
    }

    private MockParty open(Settings settings) {
        try {
            return role == Role.CPO
                    ? MockParty.of(MockCpo.open(settings))
                    : MockParty.of(MockEmsp.open(settings));
        } catch (IOException e) {
            throw Failure.environment(
                    "port " + port + " is taken: choose another with --port, or none for any.");
        }
    }

    private void introduce(Platform platform, Secrets secrets, Screen screen) {
        if (hub == null) {
            String token = seams.tokens().get();
            platform.connection().invite(token);
            if (tokenTo == null) {
                screen.say("A hub can register with the token A " + token);
            } else {
                Secrets.keep(tokenTo, token);
                screen.say("A hub can register with the token A in " + tokenTo);
            }
            return;
        }
        try {
            platform.registration().register(hub, secrets.tokenA(tokenFile));
            screen.good("registered at " + hub);
        } catch (IOException e) {
            throw Failure.failed("registering at " + hub + " failed: " + e.getMessage(), e);
        }
    }
}

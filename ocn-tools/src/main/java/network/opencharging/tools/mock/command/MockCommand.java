package network.opencharging.tools.mock.command;

import network.opencharging.protocol.party.Role;
import network.opencharging.tools.live.LiveView;
import network.opencharging.tools.mock.Mock;
import network.opencharging.tools.mock.PlatformMock;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.admin.AdminDoor;
import network.opencharging.tools.mock.script.Player;
import network.opencharging.tools.mock.script.Script;
import network.opencharging.tools.seam.Pace;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Screen;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** {@code ocn tools mock cpo}, {@code ocn tools mock emsp} and {@code ocn tools mock hub}. */
@Command(
        mixinStandardHelpOptions = true,
        description =
                "Runs a mock party until Ctrl-C and shows every message it sends or receives.",
        footer = {
            "",
            "Without --hub it prints a token A, with which others can register at it.",
            "With --hub it registers there; the hub's token A comes from --token-file or",
            "from the environment variable OCN_TOKEN_A, never from an argument."
        })
public final class MockCommand implements Callable<Integer> {
    private final Role role;
    private final Map<String, String> environment;
    private final Seams seams;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private Plan plan = new Plan();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where it listens [any free port].")
    private int port;

    @Option(
            names = "--admin",
            paramLabel = "PORT",
            description = "Show a page to look at it and poke it, at this port (0: any).")
    private @Nullable Integer admin;

    @Option(
            names = "--hub",
            paramLabel = "URL",
            description = "The versions address of a hub, or of the other party.")
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

    private MockCommand(Role role, Map<String, String> environment) {
        this.role = role;
        this.environment = Map.copyOf(environment);
        this.seams = Seams.real();
    }

    /** A mock CPO. */
    public static CommandLine cpo(Map<String, String> environment) {
        return of(Role.CPO, environment, "ocn tools mock cpo --port 7470 --party DE/ALC");
    }

    /** A mock eMSP. */
    public static CommandLine emsp(Map<String, String> environment) {
        return of(Role.EMSP, environment, "ocn tools mock emsp --port 7472 --party NL/BOB");
    }

    /** A mock hub. */
    public static CommandLine hub(Map<String, String> environment) {
        return of(Role.HUB, environment, "ocn tools mock hub --port 7473 --party CH/HUB");
    }

    private static CommandLine of(Role role, Map<String, String> environment, String example) {
        CommandLine line = new CommandLine(new MockCommand(role, environment));
        String[] footer = line.getCommandSpec().usageMessage().footer();
        String[] whole = java.util.Arrays.copyOf(footer, footer.length + 1);
        whole[footer.length] = "Example: " + example;
        line.getCommandSpec().usageMessage().footer(whole);
        return line;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        Telling telling = new Telling(screen);
        Secrets secrets = new Secrets(environment);
        if (role == Role.HUB && hub != null) {
            throw Failure.usage("A hub does not register at another: leave --hub out.");
        }
        Script script = plan.script(role, Input.ofProcess());
        try (Player player = open(script, telling, secrets)) {
            Mock mock = player.mock();
            List<String> introduction = new ArrayList<>();
            introduction.add(
                    "%s (%s, %s) answers at %s"
                            .formatted(
                                    mock.identity().name(),
                                    mock.identity().party(),
                                    role,
                                    mock.versions()));
            screen.say(introduction.getFirst());
            introduce(mock, secrets, screen).ifPresent(introduction::add);
            player.begin((deed, result) -> telling.tell(result));
            play(player, screen, introduction, telling);
        }
        return 0;
    }

    private void play(Player player, Screen screen, List<String> introduction, Telling telling)
            throws InterruptedException, IOException {
        if (admin == null) {
            goOn(player, introduction, telling);
            return;
        }
        try (AdminDoor page = page(player, Given.port("--admin", admin))) {
            String line = "Look at it and poke it at " + page.url();
            screen.say(line);
            introduction.add(line);
            goOn(player, introduction, telling);
        }
    }

    private AdminDoor page(Player player, int port) {
        try {
            return AdminDoor.open(port, player, seams.tokens());
        } catch (IOException e) {
            throw Failure.environment("port %d of --admin is taken.".formatted(port));
        }
    }

    /** Until Ctrl-C, or the person at the terminal has seen enough. */
    private void goOn(Player player, List<String> introduction, Telling telling)
            throws InterruptedException, IOException {
        Optional<LiveView> view = LiveView.open(environment);
        if (view.isEmpty()) {
            player.run();
            return;
        }
        FutureTask<Boolean> playing =
                new FutureTask<>(() -> {
                    player.run();
                    return true;
                });
        Thread.ofPlatform().daemon().start(playing);
        try (LiveView live = view.get()) {
            MockBoard board = new MockBoard(player.mock(), introduction);
            telling.onto(board);
            live.show(board, playing::isDone);
        } finally {
            playing.cancel(true);
        }
    }

    private Player open(Script script, Telling telling, Secrets secrets) {
        Pace pace = new Pace(seams.clock(), seams.clock().instant(), script.time().speed());
        Settings.Seams inner = Settings.Seams.of(seams, pace, telling::tell);
        try {
            return Player.open(
                    script,
                    new Player.Setting(
                            Given.port("--port", port),
                            secrets.signing(keyFile),
                            inner,
                            pace,
                            Settings.Size.SMALL.deadline(),
                            _ -> Optional.empty()));
        } catch (IOException e) {
            throw Failure.environment(
                    "port " + port + " is taken: choose another with --port, or none for any.");
        }
    }

    /** How others come in, unless it comes to them. */
    private Optional<String> introduce(Mock mock, Secrets secrets, Screen screen) {
        if (hub != null) {
            if (mock instanceof PlatformMock party) {
                register(party, hub, secrets, screen);
            }
            return Optional.empty();
        }
        String token = seams.tokens().get();
        mock.invite(token);
        String who = role == Role.HUB ? "Parties" : "A hub";
        String line;
        if (tokenTo == null) {
            line = "%s can register with the token A %s".formatted(who, token);
        } else {
            Secrets.keep(tokenTo, token);
            line = "%s can register with the token A in %s".formatted(who, tokenTo);
        }
        screen.say(line);
        return Optional.of(line);
    }

    private void register(PlatformMock party, URI hub, Secrets secrets, Screen screen) {
        try {
            party.platform().registration().register(hub, secrets.tokenA(tokenFile));
            screen.good("registered at " + hub);
        } catch (IOException e) {
            throw Failure.failed("registering at " + hub + " failed: " + e.getMessage(), e);
        }
    }
}

package network.opencharging.tools.client;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.reach.Contact;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;
import network.opencharging.tools.wire.Ears;
import network.opencharging.tools.wire.Heard;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code ocn tools client command}: sends a command and waits for what became of it. */
@Command(
        name = "command",
        description = "Sends a command to a CPO and waits for its result at response_url.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it was accepted, and a result came",
            "1:it was not, or no result came",
            "2:an argument or the file cannot be used"
        },
        footer = {
            "",
            "response_url is set to an address on this machine unless the file has one.",
            "Example: ocn tools client command UNLOCK_CONNECTOR docs/examples/unlock.json"
                    + " --url http://127.0.0.1:7470/ocpi/versions --register"
        })
public final class ClientCommand implements Callable<Integer> {
    private static final String NAME = "result";

    private final Map<String, String> environment;
    private final Seams seams;
    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Reach reach = new Reach();

    @Parameters(
            index = "0",
            paramLabel = "COMMAND",
            description = "Such as START_SESSION, STOP_SESSION or UNLOCK_CONNECTOR.")
    private String command = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Its body, - for standard input.")
    private Path file = Path.of("-");

    @Option(
            names = "--result",
            paramLabel = "SECONDS",
            description = "How long the result may take (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    /** The command. */
    public ClientCommand(Map<String, String> environment, Seams seams, Input input) {
        this.environment = Map.copyOf(environment);
        this.seams = seams;
        this.input = input;
    }

    @Override
    public Integer call() {
        if (!command.matches("[A-Za-z_]+")) {
            throw Failure.usage("COMMAND must be a word such as START_SESSION.");
        }
        Talk talk =
                new Talk(Screen.of(spec.commandLine().getOut(), environment), environment, seams);
        boolean[] came = {false};
        int sent =
                talk.with(
                        reach,
                        Role.CPO,
                        contact -> {
                            Heard heard = talk.show(send(contact, contact.ears()));
                            came[0] = accepted(heard) && hear(contact.ears(), talk.screen());
                            return heard;
                        });
        return sent == 0 && came[0] ? 0 : Failure.FAILED;
    }

    private Heard send(Contact contact, Ears ears) throws IOException {
        String text = input.text(file, "FILE");
        String body =
                JsonReader.standard().read(text).optional().orElse(Json.Null.NULL)
                                        instanceof Json.Obj object
                                && object.member("response_url").isEmpty()
                        ? object.with("response_url", ears.url(NAME).toString()).text()
                        : text;
        URI base = Talk.at(contact, ModuleId.COMMANDS, InterfaceRole.RECEIVER);
        return contact.line().ask("POST", URI.create(base + "/" + command), body);
    }

    private static boolean accepted(Heard heard) {
        return heard.object()
                .flatMap(found -> found.textOf("result"))
                .filter("ACCEPTED"::equals)
                .isPresent();
    }

    private boolean hear(Ears ears, Screen screen) {
        screen.say("Waiting for the result, up to %d s.".formatted(seconds));
        List<Request> came = ears.await(NAME, Duration.ofSeconds(seconds));
        came.forEach(result -> {
            screen.heading(Printable.of(result.method() + " " + result.path()));
            JsonText.pretty(result.body())
                    .lines()
                    .forEach(line -> screen.say("  " + Printable.of(line)));
        });
        if (came.isEmpty()) {
            screen.bad("no result came within %d s".formatted(seconds));
        }
        return !came.isEmpty();
    }
}

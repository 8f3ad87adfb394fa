package network.opencharging.tools.client;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.reach.Contact;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code ocn tools client push}: tells a receiver of an object, as wrong as it may be. */
@Command(
        name = "push",
        description = {
            "Tells a party of an object in a file: PUT, PATCH, DELETE, and POST for CDRs.",
            "The body goes out as it is, right or wrong; the path comes from its ids."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it was taken",
            "1:it was not, or no answer came",
            "2:an argument or the file cannot be used"
        },
        footer = {
            "",
            "Example: ocn tools client push tokens docs/examples/token.json --url"
                    + " http://127.0.0.1:7470/ocpi/versions --register"
        })
public final class ClientPush implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Seams seams;
    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Reach reach = new Reach();

    @Parameters(index = "0", paramLabel = "MODULE", description = "Such as tokens or locations.")
    private String module = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The object, - for standard input.")
    private Path file = Path.of("-");

    @Option(
            names = "--method",
            paramLabel = "PUT|PATCH|DELETE",
            description = "How (default: PUT, for CDRs POST).")
    private String method = "";

    @Option(names = "--id", paramLabel = "ID", description = "Its id (default: that in the file).")
    private String id = "";

    /** The command. */
    public ClientPush(Map<String, String> environment, Seams seams, Input input) {
        this.environment = Map.copyOf(environment);
        this.seams = seams;
        this.input = input;
    }

    @Override
    public Integer call() {
        ModuleId wanted =
                ModuleId.of(module)
                        .orElseThrow(() -> Failure.usage("There is no module " + module + "."));
        String body = new String(input.bytes(file, "FILE"), StandardCharsets.UTF_8);
        boolean posted = wanted.equals(ModuleId.CDRS);
        String how = method.isEmpty() ? posted ? "POST" : "PUT" : method;
        Talk talk =
                new Talk(Screen.of(spec.commandLine().getOut(), environment), environment, seams);
        Role role = wanted.equals(ModuleId.TOKENS) ? Role.CPO : Role.EMSP;
        return talk.with(
                reach,
                role,
                contact -> {
                    URI base = Talk.at(contact, wanted, InterfaceRole.RECEIVER);
                    URI url = posted ? base : URI.create(base + place(contact, body));
                    return talk.show(
                            contact.line().ask(how, url, how.equals("DELETE") ? "" : body));
                });
    }

    private String place(Contact contact, String body) {
        PartyId owner = contact.line().ends().self();
        String own = id.isEmpty() ? idOf(body) : id;
        return "/%s/%s/%s".formatted(owner.countryCode(), owner.partyId(), own);
    }

    private static String idOf(String body) {
        return JsonReader.standard()
                .read(body)
                .optional()
                .flatMap(json ->
                        json instanceof Json.Obj object
                                ? object.textOf("id").or(() -> object.textOf("uid"))
                                : java.util.Optional.empty())
                .filter(text -> text.matches("[A-Za-z0-9_.~*-]+"))
                .orElseThrow(() ->
                        Failure.usage("The file has no id or uid for a path: say one with --id."));
    }
}

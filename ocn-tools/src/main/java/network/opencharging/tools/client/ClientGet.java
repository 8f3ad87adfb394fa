package network.opencharging.tools.client;

import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.reach.Contact;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Screen;
import network.opencharging.tools.wire.Heard;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code ocn tools client get}: reads a list, page after page, or one object. */
@Command(
        name = "get",
        description = "Reads a list of a party, following Link, or one object.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every answer was a success",
            "1:one was not, or none came",
            "2:an argument cannot be used"
        },
        footer = {
            "",
            "Example: ocn tools client get locations --url http://127.0.0.1:7470/ocpi/versions"
                    + " --register"
        })
public final class ClientGet implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Seams seams;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Reach reach = new Reach();

    @Parameters(index = "0", paramLabel = "MODULE", description = "Such as locations or cdrs.")
    private String module = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ID",
            description = "The ids below it.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--receiver",
            description = "Ask the receiver's side: what the system was told.")
    private boolean receiver;

    @Option(
            names = "--query",
            paramLabel = "TEXT",
            description = "Parameters, such as date_from=2026-01-01T00:00:00Z&limit=10.")
    private String query = "";

    @Option(
            names = "--pages",
            paramLabel = "NUMBER",
            description = "How many pages at most (default: ${DEFAULT-VALUE}).")
    private int pages = 10;

    /** The command. */
    public ClientGet(Map<String, String> environment, Seams seams) {
        this.environment = Map.copyOf(environment);
        this.seams = seams;
    }

    @Override
    public Integer call() {
        Talk talk =
                new Talk(Screen.of(spec.commandLine().getOut(), environment), environment, seams);
        return talk.with(reach, receiver ? Role.EMSP : Role.CPO, contact -> read(contact, talk));
    }

    private Heard read(Contact contact, Talk talk) throws IOException {
        Heard heard = talk.show(contact.line().get(first(contact)));
        int objects = heard.objects().size();
        int page = 1;
        for (Optional<URI> next = heard.next(); next.isPresent() && page < pages; page++) {
            heard = talk.show(contact.line().get(next.get()));
            objects += heard.objects().size();
            next = heard.next();
        }
        if (page > 1 || objects > 0) {
            talk.screen().say("%d objects on %d pages.".formatted(objects, page));
        }
        return heard;
    }

    private URI first(Contact contact) {
        ModuleId wanted =
                ModuleId.of(module)
                        .orElseThrow(() -> Failure.usage("There is no module " + module + "."));
        URI base =
                Talk.at(contact, wanted, receiver ? InterfaceRole.RECEIVER : InterfaceRole.SENDER);
        String path = ids.isEmpty() ? "" : "/" + String.join("/", ids);
        String whole = query.isEmpty() ? base + path : base + path + "?" + query;
        try {
            return URI.create(whole);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("This is no address: " + whole);
        }
    }
}

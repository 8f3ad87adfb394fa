package network.opencharging.tools.client;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code ocn tools client authorize}: asks an eMSP whether a token may charge. */
@Command(
        name = "authorize",
        description = "Asks an eMSP whether the bearer of a token may charge.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the eMSP answered, whatever it said",
            "1:it refused to answer, or no answer came",
            "2:an argument cannot be used"
        },
        footer = {
            "",
            "Example: ocn tools client authorize 04B0B0B0C0FFEE --url"
                    + " http://127.0.0.1:7472/ocpi/versions --register"
        })
public final class ClientAuthorize implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Seams seams;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Reach reach = new Reach();

    @Parameters(index = "0", paramLabel = "UID", description = "The token's uid.")
    private String uid = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Its type (default: ${DEFAULT-VALUE}).")
    private String type = "RFID";

    @Option(
            names = "--location",
            paramLabel = "ID",
            description = "Where it would charge (default: nowhere in particular).")
    private String location = "";

    /** The command. */
    public ClientAuthorize(Map<String, String> environment, Seams seams) {
        this.environment = Map.copyOf(environment);
        this.seams = seams;
    }

    @Override
    public Integer call() {
        if (!uid.matches("[!-.0-~]+") || !type.matches("[A-Z_]+")) {
            throw Failure.usage("UID must be printable characters, TYPE such as RFID.");
        }
        Talk talk =
                new Talk(Screen.of(spec.commandLine().getOut(), environment), environment, seams);
        String body = location.isEmpty() ? "" : Json.Obj.EMPTY.with("location_id", location).text();
        return talk.with(
                reach,
                Role.EMSP,
                contact -> {
                    URI base = Talk.at(contact, ModuleId.TOKENS, InterfaceRole.SENDER);
                    String path = "/%s/authorize?type=%s".formatted(escaped(uid), type);
                    return talk.show(contact.line().ask("POST", URI.create(base + path), body));
                });
    }

    private static String escaped(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

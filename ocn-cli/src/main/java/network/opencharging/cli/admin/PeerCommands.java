package network.opencharging.cli.admin;

import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** The other nodes, as a node sees them. */
@Command(name = "peer", description = "The other nodes: which form of messages each reads.")
public final class PeerCommands {
    private static final String[] SHOWN = {
        "operator", "url", "parties", "profile", "known", "found_at"
    };

    /** For picocli. */
    public PeerCommands() {}

    /** Lists nodes. */
    @Command(name = "list", description = "Show the other nodes.")
    public int list(@Mixin AdminDoor door, @Mixin OutputOptions output) {
        List<Entry> entries = new ArrayList<>();
        door.get("/admin/peers").forEach(node -> entries.add(row(node)));
        output.show(entries, "The registry knows no other node.");
        return 0;
    }

    /** Shows a node. */
    @Command(name = "get", description = "Show one of them.")
    public int get(
            @Parameters(paramLabel = "OPERATOR", description = "The address of its operator.")
                    String operator,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        output.show(row(door.get("/admin/peers/" + segment(operator))));
        return 0;
    }

    /** Asks a node. */
    @Command(
            name = "probe",
            description = "Ask one of them what it reads, with requests that change nothing there.")
    public int probe(
            @Parameters(paramLabel = "OPERATOR", description = "The address of its operator.")
                    String operator,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        output.show(row(door.post("/admin/peers/" + segment(operator) + "/probe")));
        return 0;
    }

    private static String segment(String operator) {
        return AdminDoor.segment(operator, "The operator is what  ocn admin peer list  shows.");
    }

    private static Entry row(JsonNode node) {
        return AdminDoor.entry(node, SHOWN);
    }
}

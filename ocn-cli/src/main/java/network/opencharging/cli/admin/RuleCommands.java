package network.opencharging.cli.admin;

import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** The rules that platforms have set. */
@Command(name = "rules", description = "Which rules platforms have set for what reaches them.")
public final class RuleCommands {
    /** For picocli. */
    public RuleCommands() {}

    /** Lists rules. */
    @Command(name = "list", description = "Show the rules of every platform that has set any.")
    public int list(@Mixin AdminDoor door, @Mixin OutputOptions output) {
        List<Entry> entries = new ArrayList<>();
        door.get("/admin/rules").forEach(rules -> entries.add(row(rules)));
        output.show(entries, "No platform has set rules.");
        return 0;
    }

    /** Shows rules. */
    @Command(name = "get", description = "Show the rules of one platform.")
    public int get(
            @Parameters(paramLabel = "ID", description = "The platform's id at the node.")
                    String id,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        String segment =
                AdminDoor.segment(id, "The id of a platform is what  ocn admin list  shows.");
        output.show(row(door.get("/admin/platforms/" + segment + "/rules")));
        return 0;
    }

    private static Entry row(JsonNode rules) {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : rules.path("entries")) {
            List<String> modules = new ArrayList<>();
            entry.path("modules").forEach(module -> modules.add(module.asString("")));
            entries.add(entry.path("party").asString("") + " " + String.join(" ", modules));
        }
        return AdminDoor.entry(rules, "platform", "parties", "signatures", "list")
                .with("entries", entries);
    }
}

package network.opencharging.cli.admin;

import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What has passed a node, and what its administrators did. */
@Command(
        name = "message",
        description = "What has passed the node, step by step, and what administrators did.")
public final class MessageCommands {
    /** For picocli. */
    public MessageCommands() {}

    /** Lists messages. */
    @Command(name = "list", description = "Show the newest messages: never what was said.")
    public int list(
            @Option(
                            names = "--match",
                            paramLabel = "NAME=VALUE",
                            description =
                                    "Only those with this: correlation_id, party (DE/ALC), module,"
                                            + " status (HTTP or OCPI), refused (true or false),"
                                            + " from, until.")
                    Map<String, String> wanted,
            @Option(
                            names = "--limit",
                            paramLabel = "NUMBER",
                            defaultValue = "20",
                            description = "At most so many; usual is 20.")
                    int limit,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        List<Entry> entries = new ArrayList<>();
        door.get("/admin/messages" + query(wanted, limit))
                .path("messages")
                .forEach(message -> entries.add(row(message)));
        output.show(entries, "No such message is in the log.");
        return 0;
    }

    /** Shows a message. */
    @Command(name = "get", description = "Show the way of one message, step by step.")
    public int get(
            @Parameters(paramLabel = "ID", description = "The id in the log.") String id,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        String segment =
                AdminDoor.segment(
                        id, "The id of a message is what  ocn admin message list  shows.");
        List<Entry> steps = new ArrayList<>();
        door.get("/admin/messages/" + segment)
                .path("path")
                .forEach(step ->
                        steps.add(
                                AdminDoor.entry(
                                        step, "step", "at_microseconds", "passed", "found")));
        output.show(steps, "Its way was not taken down.");
        return 0;
    }

    /** Lists deeds. */
    @Command(name = "audit", description = "Show what administrators did, the newest first.")
    public int audit(
            @Option(
                            names = "--match",
                            paramLabel = "NAME=VALUE",
                            description =
                                    "Only those with this: who, what (a part of method and path),"
                                            + " from, until.")
                    Map<String, String> wanted,
            @Option(
                            names = "--limit",
                            paramLabel = "NUMBER",
                            defaultValue = "20",
                            description = "At most so many; usual is 20.")
                    int limit,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        List<Entry> entries = new ArrayList<>();
        door.get("/admin/audit" + query(wanted, limit))
                .path("deeds")
                .forEach(deed ->
                        entries.add(
                                AdminDoor.entry(deed, "at", "who", "what", "http_status", "note")));
        output.show(entries, "Nothing of that was done.");
        return 0;
    }

    private static String query(Map<String, String> wanted, int limit) {
        Map<String, String> all = new TreeMap<>(Optional.ofNullable(wanted).orElse(Map.of()));
        all.put("limit", Integer.toString(limit));
        return all.entrySet().stream()
                .map(mark -> encoded(mark.getKey()) + "=" + encoded(mark.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Entry row(JsonNode message) {
        return AdminDoor.entry(
                message,
                "id",
                "at",
                "sender",
                "receiver",
                "module",
                "method",
                "http_status",
                "ocpi_status",
                "refusal");
    }
}

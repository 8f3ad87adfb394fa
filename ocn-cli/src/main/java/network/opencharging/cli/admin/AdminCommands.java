package network.opencharging.cli.admin;

import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node's own administration. */
@Command(
        name = "admin",
        description =
                "What the operator of a node may do with the platforms that are connected to it,"
                        + " and what it knows of rules, nodes, the registry and messages.",
        subcommands = {
            RuleCommands.class,
            PeerCommands.class,
            LookUpCommands.class,
            MessageCommands.class
        })
public final class AdminCommands {
    /** For picocli. */
    public AdminCommands() {}

    /** Lists platforms. */
    @Command(name = "list", description = "Show the platforms that are connected or invited.")
    public int list(@Mixin AdminDoor door, @Mixin OutputOptions output) {
        List<Entry> entries = new ArrayList<>();
        door.get("/admin/platforms").forEach(platform -> entries.add(row(platform)));
        output.show(entries, "No platforms.");
        return 0;
    }

    /** Shows a platform. */
    @Command(name = "get", description = "Show one platform.")
    public int get(
            @Parameters(paramLabel = "ID", description = "The platform's id at the node.")
                    String id,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        output.show(row(door.get("/admin/platforms/" + segment(id))));
        return 0;
    }

    /** Invites a platform. */
    @Command(
            name = "invite",
            description =
                    "Invite a platform; its token A is shown this once. Give it to the platform's"
                            + " people.")
    public int invite(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "PARTY",
                            description =
                                    "For whom, such as DE/ALC; without any, for whoever the"
                                            + " registry lists here.")
                    @org.jspecify.annotations.Nullable
                    List<PartyId> parties,
            @Option(
                            names = "--days",
                            paramLabel = "DAYS",
                            description = "How long the token may be used.")
                    Optional<Integer> days,
            @Mixin InvitationFile file,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output)
            throws IOException {
        ObjectNode wish = JsonText.object();
        var list = wish.putArray("parties");
        for (PartyId party : parties == null ? List.<PartyId>of() : parties) {
            list.addObject()
                    .put("country_code", party.countryCode())
                    .put("party_id", party.partyId());
        }
        days.ifPresent(number -> wish.put("days", number));
        file.show(door.post("/admin/platforms", wish), output);
        return 0;
    }

    /** Lets the node register with a platform. */
    @Command(
            name = "approach",
            description = "Let the node register with a platform that has given out a token A.")
    public int approach(
            @Parameters(paramLabel = "URL", description = "Where the platform's versions are.")
                    URI versions,
            @Option(
                            names = "--token-file",
                            required = true,
                            paramLabel = "FILE",
                            description = "Where the token A stands.")
                    java.nio.file.Path token,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        ObjectNode wish = JsonText.object();
        wish.put("versions_url", versions.toString()).put("token", AdminDoor.secret(token));
        output.show(row(door.post("/admin/handshakes", wish)));
        return 0;
    }

    /** Suspends a platform. */
    @Command(name = "suspend", description = "Shut a platform out without ending its registration.")
    public int suspend(
            @Parameters(paramLabel = "ID", description = "The platform's id at the node.")
                    String id,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        return done(door, output, id, "suspend");
    }

    /** Resumes a platform. */
    @Command(name = "resume", description = "End the suspension of a platform.")
    public int resume(
            @Parameters(paramLabel = "ID", description = "The platform's id at the node.")
                    String id,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        return done(door, output, id, "resume");
    }

    /** Rotates tokens. */
    @Command(
            name = "rotate",
            description = "Exchange the tokens of node and platform for fresh ones.")
    public int rotate(
            @Parameters(paramLabel = "ID", description = "The platform's id at the node.")
                    String id,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        return done(door, output, id, "rotate");
    }

    /** Reads a platform again. */
    @Command(name = "refresh", description = "Read a platform's versions and endpoints again.")
    public int refresh(
            @Parameters(paramLabel = "ID", description = "The platform's id at the node.")
                    String id,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        return done(door, output, id, "refresh");
    }

    /** Invites a platform again. */
    @Command(
            name = "invite-again",
            description =
                    "Give a platform another token A, shown this once: the tokens it had are void,"
                            + " its rules stay.")
    public int inviteAgain(
            @Parameters(paramLabel = "ID", description = "The platform's id at the node.")
                    String id,
            @Option(
                            names = "--days",
                            paramLabel = "DAYS",
                            description = "How long the token may be used.")
                    Optional<Integer> days,
            @Mixin InvitationFile file,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output)
            throws IOException {
        ObjectNode wish = JsonText.object();
        days.ifPresent(number -> wish.put("days", number));
        file.show(door.post("/admin/platforms/" + segment(id) + "/invitation", wish), output);
        return 0;
    }

    /** Ends a registration. */
    @Command(
            name = "delete",
            description = "End the registration of a platform, or withdraw its invitation.")
    public int delete(
            @Parameters(paramLabel = "ID", description = "The platform's id at the node.")
                    String id,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        door.delete("/admin/platforms/" + segment(id));
        output.show(Entry.empty().with("platform", id).with("result", "ended"));
        return 0;
    }

    /** Shows where the node is. */
    @Command(
            name = "address",
            description =
                    "Show the public URL of the node, and which platforms still know another one"
                            + " because they have not taken it yet.")
    public int address(@Mixin AdminDoor door, @Mixin OutputOptions output) {
        JsonNode address = door.get("/admin/address");
        List<String> others = new ArrayList<>();
        for (JsonNode other : address.path("others")) {
            String problem = other.path("problem").asString("it has not been asked yet");
            others.add(
                    "%s knows %s: %s"
                            .formatted(
                                    other.path("platform").asString(""),
                                    other.path("told").asString(""),
                                    problem));
        }
        output.show(AdminDoor.entry(address, "url").with("others", others));
        return 0;
    }

    /** Has the node do this with a platform, and shows the platform as it is then. */
    private static int done(AdminDoor door, OutputOptions output, String id, String deed) {
        output.show(row(door.post("/admin/platforms/" + segment(id) + "/" + deed)));
        return 0;
    }

    private static String segment(String id) {
        return AdminDoor.segment(id, "The id of a platform is what  ocn admin list  shows.");
    }

    static Entry row(JsonNode platform) {
        List<String> parties = new ArrayList<>();
        for (JsonNode role : platform.path("roles")) {
            parties.add(
                    role.path("country_code").asString("")
                            + "/"
                            + role.path("party_id").asString("")
                            + " "
                            + role.path("role").asString(""));
        }
        return Entry.empty()
                .with("id", platform.path("id").asString(""))
                .with("status", platform.path("status").asString("-"))
                .with("parties", parties);
    }
}

package network.opencharging.cli.admin;

import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.party.PartyId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The registry, as a node knows it. */
@Command(name = "registry", description = "The registry as the node knows it.")
public final class LookUpCommands {
    private static final String[] STATE = {
        "status", "source", "operators", "parties", "age_seconds", "trouble"
    };

    /** For picocli. */
    public LookUpCommands() {}

    /** Shows its state. */
    @Command(name = "show", description = "Show how fresh it is.")
    public int show(@Mixin AdminDoor door, @Mixin OutputOptions output) {
        output.show(AdminDoor.entry(door.get("/admin/registry"), STATE));
        return 0;
    }

    /** Reads it again. */
    @Command(name = "refresh", description = "Let the node read it again at once.")
    public int refresh(@Mixin AdminDoor door, @Mixin OutputOptions output) {
        output.show(AdminDoor.entry(door.post("/admin/registry/refresh"), STATE));
        return 0;
    }

    /** Shows a party. */
    @Command(name = "party", description = "Show how a party is listed.")
    public int party(
            @Parameters(paramLabel = "PARTY", description = "Such as DE/ALC.") PartyId party,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        String path =
                "/admin/registry/parties/%s/%s".formatted(party.countryCode(), party.partyId());
        output.show(
                AdminDoor.entry(
                        door.get(path),
                        "country_code",
                        "party_id",
                        "address",
                        "roles",
                        "operator",
                        "admitted",
                        "node"));
        return 0;
    }

    /** Shows an operator. */
    @Command(name = "operator", description = "Show how an operator is listed.")
    public int operator(
            @Parameters(paramLabel = "OPERATOR", description = "Its address.") String operator,
            @Mixin AdminDoor door,
            @Mixin OutputOptions output) {
        String segment =
                AdminDoor.segment(operator, "An operator is an address of 0x and 40 digits.");
        output.show(
                AdminDoor.entry(
                        door.get("/admin/registry/operators/" + segment),
                        "operator",
                        "url",
                        "parties"));
        return 0;
    }
}

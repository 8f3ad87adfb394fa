package network.opencharging.cli.up;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.Peer;
import network.opencharging.tools.terminal.Screen;

import java.nio.file.Path;
import java.util.List;

/**
 * What somebody needs who wants to try things by hand.
 *
 * @param network that runs
 */
record Handbook(Network network) {

    void print(Screen screen) {
        screen.heading("Who is where");
        screen.table(
                List.of(
                        List.of("", "address", "what"),
                        node(network.local().north(), "node of " + Cast.ALICE.party()),
                        node(network.local().south(), "node of " + Cast.BOB.party()),
                        party("alice", network.parties().alice().platform()),
                        party("bob", network.parties().bob().platform()),
                        List.of("registry", "", network.local().registry().words())));
        screen.heading("Tokens (for the header Authorization, in Base64 as OCPI wants them)");
        screen.table(
                List.of(
                        List.of("who", "shows it to", "header"),
                        token("alice", "north", network.parties().alice().platform()),
                        token("bob", "south", network.parties().bob().platform())));
        screen.heading("Try it");
        lines().forEach(screen::say);
    }

    private static List<String> node(NodeProcess node, String what) {
        return List.of(node.plan().name(), node.plan().url().toString(), what);
    }

    private static List<String> party(String name, Platform platform) {
        return List.of(
                name,
                platform.versions().toString(),
                platform.settings().identity().party()
                        + " "
                        + platform.settings().identity().role()
                        + " "
                        + platform.settings().identity().name());
    }

    private static List<String> token(String name, String node, Platform platform) {
        return List.of(name, node, header(platform));
    }

    private static String header(Platform platform) {
        return CredentialsToken.of(hub(platform).token())
                .orElseThrow()
                .header(CredentialsToken.Encoding.BASE64);
    }

    private static Peer hub(Platform platform) {
        return platform.connection().peer().orElseThrow();
    }

    /** Lines to copy; each works as it stands. */
    List<String> lines() {
        Platform alice = network.parties().alice().platform();
        Platform bob = network.parties().bob().platform();
        PartyId cpo = Cast.ALICE.party();
        PartyId emsp = Cast.BOB.party();
        Path adminKey = network.local().north().plan().adminKeyFile();
        return List.of(
                "# Bob pulls a location of Alice, over both nodes: status_code 1000 and one of"
                        + " them",
                curl(bob, emsp, cpo, address(bob, ModuleId.LOCATIONS) + "?limit=1", ""),
                "# Alice asks Bob whether a card may charge: it is ALLOWED",
                curl(
                        alice,
                        cpo,
                        emsp,
                        address(alice, ModuleId.TOKENS)
                                + "/"
                                + Tokens.CARD
                                + "/authorize?type=RFID",
                        " -X POST -H 'Content-Type: application/json' -d"
                                + " '{\"location_id\":\"LOC1\"}'"),
                "# Bob asks which version his node speaks: 2.2.1",
                "curl -s -H 'Authorization: "
                        + header(bob)
                        + "' "
                        + network.local().south().plan().url()
                        + "/ocpi/versions",
                "# the operator of north looks at the platforms: one, of DE/ALC",
                "curl -s -H \"Authorization: Token $(cat '"
                        + adminKey
                        + "')\" "
                        + network.local().north().plan().url()
                        + "/admin/platforms");
    }

    private static String address(Platform platform, ModuleId module) {
        return hub(platform)
                .endpoints()
                .find(module, InterfaceRole.SENDER)
                .orElseThrow()
                .toString();
    }

    private static String curl(
            Platform platform, PartyId from, PartyId to, String url, String rest) {
        return ("curl -s -H 'Authorization: %s' -H 'X-Request-ID: 1' -H 'X-Correlation-ID: 1' -H"
                        + " 'OCPI-from-country-code: %s' -H 'OCPI-from-party-id: %s' -H"
                        + " 'OCPI-to-country-code: %s' -H 'OCPI-to-party-id: %s'%s '%s'")
                .formatted(
                        header(platform),
                        from.countryCode(),
                        from.partyId(),
                        to.countryCode(),
                        to.partyId(),
                        rest,
                        url);
    }
}

package network.opencharging.cli.up;

import network.opencharging.bridge.call.Connection;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.party.BridgedParty;
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
                        party("alice", network.parties().alice().party()),
                        party("bob", network.parties().bob().party()),
                        List.of("registry", "", network.local().registry().words())));
        screen.heading("Tokens (for the header Authorization, in Base64 as OCPI wants them)");
        screen.table(
                List.of(
                        List.of("who", "shows it to", "header"),
                        token("alice", "north", network.parties().alice().party()),
                        token("bob", "south", network.parties().bob().party())));
        screen.heading("Try it");
        lines().forEach(screen::say);
    }

    private static List<String> node(NodeProcess node, String what) {
        return List.of(node.plan().name(), node.plan().url().toString(), what);
    }

    private static List<String> party(String name, BridgedParty party) {
        return List.of(
                name,
                party.versions().toString(),
                party.identity().party()
                        + " "
                        + party.identity().role()
                        + " "
                        + party.identity().name()
                        + ", on a bridge");
    }

    private static List<String> token(String name, String node, BridgedParty party) {
        return List.of(name, node, header(party));
    }

    private static String header(BridgedParty party) {
        return hub(party).token().header(CredentialsToken.Encoding.BASE64);
    }

    private static Connection hub(BridgedParty party) {
        return party.connection().orElseThrow();
    }

    /** Lines to copy; each works as it stands. */
    List<String> lines() {
        BridgedParty alice = network.parties().alice().party();
        BridgedParty bob = network.parties().bob().party();
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

    private static String address(BridgedParty party, ModuleId module) {
        return hub(party).endpoint(module, InterfaceRole.SENDER).orElseThrow();
    }

    private static String curl(
            BridgedParty party, PartyId from, PartyId to, String url, String rest) {
        return ("curl -s -H 'Authorization: %s' -H 'X-Request-ID: 1' -H 'X-Correlation-ID: 1' -H"
                        + " 'OCPI-from-country-code: %s' -H 'OCPI-from-party-id: %s' -H"
                        + " 'OCPI-to-country-code: %s' -H 'OCPI-to-party-id: %s'%s '%s'")
                .formatted(
                        header(party),
                        from.countryCode(),
                        from.partyId(),
                        to.countryCode(),
                        to.partyId(),
                        rest,
                        url);
    }
}

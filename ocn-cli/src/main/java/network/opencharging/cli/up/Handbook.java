package network.opencharging.cli.up;

import network.opencharging.bridge.call.Connection;
import network.opencharging.cli.up.site.Garage;
import network.opencharging.cli.up.site.Outlet;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.local.BackendPlan;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.party.BridgedParty;
import network.opencharging.tools.terminal.Screen;

import java.net.URI;
import java.util.List;

/**
 * What somebody needs who wants to try things by hand.
 *
 * @param network that runs
 * @param bobs the page of the eMSP
 */
record Handbook(Network network, URI bobs) {

    void print(Screen screen) {
        BackendPlan alice = network.alice().plan();
        screen.heading("Who is where");
        screen.table(
                List.of(
                        List.of("", "address", "what"),
                        node(north(), "node of " + Cast.ALICE.party()),
                        node(south(), "node of " + Cast.BOB.party()),
                        party("alice", alice.versions(), Cast.ALICE, "a backend"),
                        List.of("", alice.station("").toString(), "where her stations connect"),
                        List.of("", alice.broker().toString(), "where her plugs connect"),
                        party("bob", bob().versions(), Cast.BOB, "on a bridge"),
                        List.of("registry", "", network.local().registry().words())));
        screen.heading("Look at it in a browser");
        screen.table(
                List.of(
                        List.of("page", "address", "sign in with"),
                        List.of(
                                "Alice's operator: devices, sessions, CDRs, tariffs",
                                alice.page().toString(),
                                "the key in " + alice.operatorKeyFile()),
                        List.of(
                                "Bob: sessions and CDRs as he has them, every message",
                                bobs.toString(),
                                "nothing: it is in the address"),
                        page(north()),
                        page(south())));
        screen.heading("Tokens (for the header Authorization, in Base64 as OCPI wants them)");
        screen.table(
                List.of(
                        List.of("who", "shows it to", "header"),
                        List.of("bob", "south", header())));
        screen.heading("Try it");
        lines().forEach(screen::say);
    }

    private NodePlan north() {
        return network.local().north().plan();
    }

    private NodePlan south() {
        return network.local().south().plan();
    }

    private BridgedParty bob() {
        return network.bob().party();
    }

    private static List<String> node(NodePlan node, String what) {
        return List.of(node.name(), node.url().toString(), what);
    }

    private static List<String> page(NodePlan node) {
        return List.of(
                "the node " + node.name(),
                node.url() + "/admin/",
                "admin, and the key in " + node.adminKeyFile());
    }

    private static List<String> party(String name, URI versions, Identity who, String how) {
        return List.of(
                name,
                versions.toString(),
                "%s %s %s, %s".formatted(who.party(), who.role(), who.name(), how));
    }

    private Connection hub() {
        return bob().connection().orElseThrow();
    }

    private String header() {
        return hub().token().header(CredentialsToken.Encoding.BASE64);
    }

    /** Lines to copy; each works as it stands. */
    List<String> lines() {
        Outlet outlet = Garage.STATION;
        return List.of(
                "# Bob pulls a location of Alice, over both nodes: status_code 1000 and one of"
                        + " them",
                curl(address(ModuleId.LOCATIONS, InterfaceRole.SENDER) + "?limit=1", ""),
                "# Bob has a driver charge at " + outlet.device() + " again: ACCEPTED",
                curl(
                        address(ModuleId.COMMANDS, InterfaceRole.RECEIVER) + "/START_SESSION",
                        " -X POST -H 'Content-Type: application/json' -d '%s'"
                                .formatted(
                                        network.bob()
                                                .startSessionText(
                                                        "by-hand",
                                                        Tokens.CARD,
                                                        outlet.location(),
                                                        outlet.evse()))),
                "# Bob asks which version his node speaks: 2.2.1",
                "curl -s -H 'Authorization: " + header() + "' " + south().url() + "/ocpi/versions",
                "# the operator of north looks at the platforms: one, of DE/ALC",
                "curl -s -H \"Authorization: Token $(cat '%s')\" %s/admin/platforms"
                        .formatted(north().adminKeyFile(), north().url()),
                "# Alice's operator looks at the newest session; on the page, it can be stopped",
                "curl -s -H \"Authorization: Bearer $(cat '%s')\" '%ssessions?limit=1'"
                        .formatted(
                                network.alice().plan().operatorKeyFile(),
                                network.alice().plan().page()));
    }

    private String address(ModuleId module, InterfaceRole role) {
        return hub().endpoint(module, role).orElseThrow();
    }

    /** Of Bob to Alice; under a new id each time it runs, for a node passes a command on once. */
    private String curl(String url, String rest) {
        PartyId from = Cast.BOB.party();
        PartyId to = Cast.ALICE.party();
        return ("curl -s -H 'Authorization: %s' -H \"X-Request-ID: $(date +%%s%%N)\" -H"
                        + " 'X-Correlation-ID: by-hand' -H 'OCPI-from-country-code: %s' -H"
                        + " 'OCPI-from-party-id: %s' -H 'OCPI-to-country-code: %s' -H"
                        + " 'OCPI-to-party-id: %s'%s '%s'")
                .formatted(
                        header(),
                        from.countryCode(),
                        from.partyId(),
                        to.countryCode(),
                        to.partyId(),
                        rest,
                        url);
    }
}

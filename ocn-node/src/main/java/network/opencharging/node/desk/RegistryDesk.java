package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.probe.PeerProbe;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What anybody may ask about the registry, in the form in which published nodes answer: plain
 * objects without an envelope and without a token. Lists are written entry by entry.
 */
@RestController
public class RegistryDesk {
    private final NodeIdentity self;
    private final Directory directory;

    /** Answers from this directory. */
    public RegistryDesk(NodeIdentity self, Directory directory) {
        this.self = self;
        this.directory = directory;
    }

    /**
     * This node: parties compare it, byte for byte, with what the registry says. What it reads is
     * said for other nodes.
     */
    @GetMapping("/ocn/registry/node-info")
    public ResponseEntity<byte[]> nodeInfo() {
        return json(200, node(self.operator()).with(PeerProbe.SAYS, PeerProfile.OPEN.name()));
    }

    /**
     * The node through which a party is reached, in the form of the first generation, and the
     * party, in that of the second; {@code url} is the node's.
     */
    @GetMapping("/ocn/registry/node/{country}/{party}")
    public ResponseEntity<byte[]> nodeOf(@PathVariable String country, @PathVariable String party) {
        Optional<PartyId> id = PartyId.of(country, party);
        if (id.isEmpty()) {
            return json(
                    400,
                    Json.Obj.EMPTY.with(
                            "error",
                            "country code must be two letters and party id three letters or"
                                    + " digits"));
        }
        Snapshot now = directory.snapshot();
        return now.operatorOf(id.get())
                .map(operator ->
                        json(
                                200,
                                described(node(operator), now.party(id.get()).orElseThrow(), now)))
                .orElseGet(() ->
                        json(
                                404,
                                Json.Obj.EMPTY.with(
                                        "error", "Party not registered on OCN: " + id.get())));
    }

    /** Who runs nodes. */
    @GetMapping("/ocn/registry/operators")
    public void operators(HttpServletResponse response) throws IOException {
        write(directory.snapshot().operators().stream().map(RegistryDesk::operator), response);
    }

    /** Every listed party that a node carries; published nodes call it by both names. */
    @GetMapping({"/ocn/registry/all-parties", "/ocn/registry/nodes"})
    public void parties(HttpServletResponse response) throws IOException {
        Snapshot now = directory.snapshot();
        write(parties(now.parties().stream().filter(it -> isCarried(it, now)), now), response);
    }

    /** The parties of this node. */
    @GetMapping("/ocn/registry/my-parties")
    public void ownParties(HttpServletResponse response) throws IOException {
        Snapshot now = directory.snapshot();
        write(parties(own(now), now), response);
    }

    /** Those of them that have drivers. */
    @GetMapping("/ocn/registry/my-parties/emsp")
    public void ownProviders(HttpServletResponse response) throws IOException {
        Snapshot now = directory.snapshot();
        write(parties(own(now).filter(party -> party.roles().contains(Role.EMSP)), now), response);
    }

    private Stream<Party> own(Snapshot now) {
        return now.partiesOf(self.operator().address()).stream();
    }

    private static boolean isCarried(Party party, Snapshot now) {
        return now.operatorOf(party.id()).isPresent();
    }

    private static Stream<Json.Obj> parties(Stream<Party> parties, Snapshot now) {
        return parties.map(party -> described(Json.Obj.EMPTY, party, now));
    }

    private static Json.Obj described(Json.Obj begun, Party party, Snapshot now) {
        return begun.with("id", party.id().toString())
                .with("countryCode", party.id().countryCode())
                .with("partyId", party.id().partyId())
                .with("partyAddress", party.address().lowerCase())
                .with(
                        "roles",
                        Json.array(
                                party.roles().stream()
                                        .sorted()
                                        .map(role -> Json.text(role.name()))
                                        .toList()))
                .withOptional("operator", now.operatorOf(party.id()).map(RegistryDesk::operator));
    }

    private static Json.Obj operator(Operator operator) {
        return Json.Obj.EMPTY
                .with("id", operator.address().lowerCase())
                .with("domain", operator.url().toString());
    }

    private static Json.Obj node(Operator operator) {
        return Json.Obj.EMPTY
                .with("url", operator.url().toString())
                .with("address", operator.address().toString());
    }

    /** One entry at a time: a network may have any number of parties. */
    private static void write(Stream<Json.Obj> entries, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        OutputStream out = response.getOutputStream();
        char before = '[';
        for (Iterator<Json.Obj> left = entries.iterator(); left.hasNext(); before = ',') {
            out.write(before);
            out.write(left.next().bytes());
        }
        if (before == '[') {
            out.write('[');
        }
        out.write(']');
    }

    private static ResponseEntity<byte[]> json(int status, Json body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }
}

package network.opencharging.node.desk;

import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.probe.PeerProbe;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;

/**
 * What anybody may ask about the registry, in the form in which published nodes answer: plain
 * objects without an envelope and without a token.
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

    /** The node through which a party is reached. */
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
        return directory
                .snapshot()
                .operatorOf(id.get())
                .map(operator -> json(200, node(operator)))
                .orElseGet(() ->
                        json(
                                404,
                                Json.Obj.EMPTY.with(
                                        "error", "Party not registered on OCN: " + id.get())));
    }

    private static Json.Obj node(Operator operator) {
        return Json.Obj.EMPTY
                .with("url", operator.url().toString())
                .with("address", operator.address().toString());
    }

    private static ResponseEntity<byte[]> json(int status, Json body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }
}

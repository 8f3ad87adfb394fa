package network.opencharging.node.watch;

import network.opencharging.node.clientinfo.ClientBook;
import network.opencharging.node.clientinfo.ClientInfo;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Directory;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every party of the network as this node sees it, in pages. */
@RestController
public class PartiesDesk {
    private static final int MOST = 200;
    private static final String NUMBER = "[0-9]{1,7}";

    private final ClientBook clients;
    private final Platforms platforms;
    private final Directory directory;

    /** Reads from these. */
    public PartiesDesk(ClientBook clients, Platforms platforms, Directory directory) {
        this.clients = clients;
        this.platforms = platforms;
        this.directory = directory;
    }

    /** A page: with {@code party} (as {@code DE/ALC}), {@code offset} and {@code limit}. */
    @GetMapping("/admin/parties")
    public ResponseEntity<byte[]> parties(@RequestParam Map<String, String> wanted) {
        for (String number : List.of("offset", "limit")) {
            if (!wanted.getOrDefault(number, "0").matches(NUMBER)) {
                return wrong(number, "a whole number");
            }
        }
        Optional<String> named = Optional.ofNullable(wanted.get("party"));
        Optional<PartyId> party = named.flatMap(PartyId::parse);
        if (named.isPresent() && party.isEmpty()) {
            return wrong("party", "DE/ALC");
        }
        int offset = Integer.parseInt(wanted.getOrDefault("offset", "0"));
        int limit = Math.min(MOST, Integer.parseInt(wanted.getOrDefault("limit", "50")));
        return json(200, page(party, offset, limit));
    }

    private Json.Obj page(Optional<PartyId> party, int offset, int limit) {
        List<Json.Obj> page = new ArrayList<>();
        int matching = 0;
        for (ClientInfo client : clients.all()) {
            if (party.isEmpty() || party.get().equals(client.party())) {
                if (matching >= offset && page.size() < limit) {
                    page.add(view(client));
                }
                matching++;
            }
        }
        return Json.Obj.EMPTY
                .with("parties", Json.array(page))
                .with("total", Json.number(matching));
    }

    private Json.Obj view(ClientInfo client) {
        Optional<PartyRole> here =
                platforms.byParty(client.party(), client.role()).stream()
                        .flatMap(platform -> platform.roles().stream())
                        .filter(it ->
                                it.party().equals(client.party()) && it.role() == client.role())
                        .findFirst();
        return Json.Obj.EMPTY
                .with("party", client.party().toString())
                .with("role", client.role().name())
                .with("status", client.status().name())
                .with("last_updated", Envelope.timeText(client.lastUpdated()))
                .with("here", Json.bool(here.isPresent()))
                .withOptional("name", here.map(it -> Json.text(it.business().name())))
                .withOptional("node", node(client.party()));
    }

    private Optional<Json.Text> node(PartyId party) {
        return directory
                .snapshot()
                .operatorOf(party)
                .map(operator -> Json.text(operator.url().toString()));
    }

    private static ResponseEntity<byte[]> wrong(String field, String form) {
        return json(
                400,
                Json.Obj.EMPTY
                        .with("error", field + " must be " + form + ".")
                        .with("field", field));
    }

    private static ResponseEntity<byte[]> json(int status, Json body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }
}

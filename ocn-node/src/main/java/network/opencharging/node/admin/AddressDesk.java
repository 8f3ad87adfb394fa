package network.opencharging.node.admin;

import network.opencharging.node.handshake.Relocation;
import network.opencharging.protocol.json.Json;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Under which URL this node is known. */
@RestController
public class AddressDesk {
    private final String url;
    private final Relocation relocation;

    /** Shows who has not taken this URL yet. */
    public AddressDesk(String url, Relocation relocation) {
        this.url = url;
        this.relocation = relocation;
    }

    /** The present URL, and who knows another one. */
    @GetMapping("/admin/address")
    public ResponseEntity<byte[]> address() {
        List<Json.Obj> others = relocation.overdue().stream().map(AddressDesk::view).toList();
        return AdminAnswers.json(
                200, Json.Obj.EMPTY.with("url", url).with("others", Json.array(others)));
    }

    private static Json.Obj view(Relocation.Overdue overdue) {
        return Json.Obj.EMPTY
                .with("platform", overdue.platform().toString())
                .with("told", overdue.told())
                .withOptional("problem", overdue.problem().map(Json::text));
    }
}

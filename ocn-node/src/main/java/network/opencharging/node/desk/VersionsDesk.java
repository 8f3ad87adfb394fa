package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.handshake.HandshakeForm;
import network.opencharging.node.handshake.HandshakeForms;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.protocol.json.Json;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which versions the node speaks, and where (OCPI 2.2.1 §6). */
@RestController
public class VersionsDesk {
    private final FrontDesk desk;
    private final NodeIdentity self;
    private final HandshakeForms forms;

    /** The versions of this node. */
    public VersionsDesk(FrontDesk desk, NodeIdentity self, HandshakeForms forms) {
        this.desk = desk;
        this.self = self;
        this.forms = forms;
    }

    /** The list of versions. */
    @GetMapping("/ocpi/versions")
    public ResponseEntity<byte[]> versions(HttpServletRequest request) {
        return desk.receive(
                request,
                _ -> Answer.success(Json.array(forms.all().stream().map(this::version).toList())));
    }

    private Json.Obj version(HandshakeForm form) {
        return Json.Obj.EMPTY
                .with("version", form.version().value())
                .with("url", self.url() + "/ocpi/" + form.version());
    }

    /** The details of one version: every endpoint. */
    @GetMapping("/ocpi/{version:[0-9.]+}")
    public ResponseEntity<byte[]> details(
            @PathVariable String version, HttpServletRequest request) {
        return desk.receive(
                request,
                _ ->
                        forms.find(version)
                                .map(form ->
                                        Answer.success(
                                                Json.Obj.EMPTY
                                                        .with("version", version)
                                                        .with("endpoints", form.details())))
                                .orElseGet(() -> Answer.versionUnknown(forms)));
    }
}

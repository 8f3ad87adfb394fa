package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.Endpoint;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteTable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.stream.Stream;

/** Which versions the node speaks, and where (OCPI 2.2.1 §6). */
@RestController
public class VersionsDesk {
    /** 2.2 for platforms that look for nothing else; the same modules under the other number. */
    private static final List<String> VERSIONS = List.of("2.2.1", "2.2");

    private final FrontDesk desk;
    private final NodeIdentity self;
    private final RouteTable routes;

    /** The versions of this node. */
    public VersionsDesk(FrontDesk desk, NodeIdentity self, RouteTable routes) {
        this.desk = desk;
        this.self = self;
        this.routes = routes;
    }

    /** The list of versions. */
    @GetMapping("/ocpi/versions")
    public ResponseEntity<byte[]> versions(HttpServletRequest request) {
        return desk.receive(
                request,
                _ -> Answer.success(Json.array(VERSIONS.stream().map(this::version).toList())));
    }

    private Json.Obj version(String version) {
        return Json.Obj.EMPTY.with("version", version).with("url", self.url() + "/ocpi/" + version);
    }

    /** The details of one version: every endpoint, made from the route table. */
    @GetMapping("/ocpi/{version:2\\.2|2\\.2\\.1}")
    public ResponseEntity<byte[]> details(
            @PathVariable String version, HttpServletRequest request) {
        return desk.receive(
                request,
                _ ->
                        Answer.success(
                                Json.Obj.EMPTY
                                        .with("version", version)
                                        .with("endpoints", endpoints(version))));
    }

    private Json endpoints(String version) {
        Endpoint rules =
                new Endpoint(
                        new ModuleId("ocnrules"),
                        InterfaceRole.RECEIVER,
                        "%s/ocpi/receiver/%s/ocnrules".formatted(self.url(), version));
        return Json.array(
                Stream.concat(
                                Endpoint.ofNode(self.url(), version, routes).stream(),
                                Stream.of(rules))
                        .map(endpoint ->
                                Json.Obj.EMPTY
                                        .with("identifier", endpoint.identifier().value())
                                        .with("role", endpoint.role().name())
                                        .with("url", endpoint.url()))
                        .toList());
    }
}

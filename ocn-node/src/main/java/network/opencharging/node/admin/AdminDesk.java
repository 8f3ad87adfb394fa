package network.opencharging.node.admin;

import network.opencharging.node.handshake.Checked;
import network.opencharging.node.handshake.Handshake;
import network.opencharging.node.handshake.HandshakeProblem;
import network.opencharging.node.handshake.Handshakes;
import network.opencharging.node.handshake.Invitations;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.json.Json;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** What the operator may do with platforms. Tokens are shown once, when they are made. */
@RestController
@RequestMapping("/admin")
public class AdminDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AdminDesk.class);

    private final Platforms platforms;
    private final Handshakes handshakes;
    private final NodeIdentity self;
    private final Duration invitationLifetime;

    /**
     * The operator's desk.
     *
     * @param invitationLifetime how long a token A may be used
     */
    public AdminDesk(
            Platforms platforms,
            Handshakes handshakes,
            NodeIdentity self,
            Duration invitationLifetime) {
        this.platforms = platforms;
        this.handshakes = handshakes;
        this.self = self;
        this.invitationLifetime = invitationLifetime;
    }

    /** Everybody who is registered or invited; no tokens. */
    @GetMapping("/platforms")
    public ResponseEntity<byte[]> platforms() {
        return json(
                200,
                Json.array(
                        platforms.all().stream()
                                .sorted(Comparator.comparing(it -> it.revision().at()))
                                .map(PlatformView::of)
                                .toList()));
    }

    /** One of them. */
    @GetMapping("/platforms/{id}")
    public ResponseEntity<byte[]> platform(@PathVariable String id) {
        return find(id).map(platform -> json(200, PlatformView.of(platform)))
                .orElseGet(() -> unknown(id));
    }

    /** Invites a platform: the token A in the answer is shown this once. */
    @PostMapping("/platforms")
    public ResponseEntity<byte[]> plan(@RequestBody(required = false) byte @Nullable [] body) {
        return switch (AdminRequests.plan(body)) {
            case Checked.Bad<AdminRequests.Plan> bad -> wrong(bad.field(), bad.problem());
            case Checked.Good<AdminRequests.Plan>(AdminRequests.Plan plan) -> {
                Invitations.Issued issued =
                        handshakes
                                .invitations()
                                .plan(plan.parties(), plan.lifetime().orElse(invitationLifetime));
                LOG.info(
                        "admin: platform {} planned for {}",
                        issued.platform().id(),
                        plan.parties());
                yield json(
                        201,
                        PlatformView.of(issued.platform())
                                .with("token", issued.token().reveal())
                                .with("versions_url", self.versionsUrl()));
            }
        };
    }

    /** We register with a platform that gave us a token A. */
    @PostMapping("/handshakes")
    public ResponseEntity<byte[]> handshake(@RequestBody(required = false) byte @Nullable [] body) {
        return switch (AdminRequests.approach(body)) {
            case Checked.Bad<AdminRequests.Approach> bad -> wrong(bad.field(), bad.problem());
            case Checked.Good<AdminRequests.Approach>(AdminRequests.Approach wish) ->
                    switch (handshakes.approach().start(wish.versionsUrl(), wish.token())) {
                        case Handshake.Agreed(ConnectedPlatform platform, var _) -> {
                            LOG.info(
                                    "admin: registered with {}: {}",
                                    wish.versionsUrl(),
                                    platform.roles());
                            yield json(201, PlatformView.of(platform));
                        }
                        case Handshake.Failed(HandshakeProblem problem) -> {
                            LOG.info(
                                    "admin: handshake with {} failed: {}",
                                    wish.versionsUrl(),
                                    problem.sentence());
                            yield json(502, Json.Obj.EMPTY.with("error", problem.sentence()));
                        }
                    };
        };
    }

    /** Ends a registration (the other side is told) or withdraws an invitation. */
    @DeleteMapping("/platforms/{id}")
    public ResponseEntity<byte[]> end(@PathVariable String id) {
        Optional<Platform> found = find(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        Optional<String> objection =
                switch (found.get()) {
                    case ConnectedPlatform connected -> handshakes.approach().end(connected);
                    case PlannedPlatform planned -> {
                        platforms.remove(planned);
                        yield Optional.empty();
                    }
                };
        LOG.info("admin: platform {} ended {}", id, objection.orElse(""));
        return json(
                200,
                Json.Obj.EMPTY
                        .with("id", id)
                        .withOptional("warning", objection.map(Json.Text::new)));
    }

    private Optional<Platform> find(String id) {
        return id.isEmpty() || id.length() > 64
                ? Optional.empty()
                : platforms.byId(new PlatformId(id));
    }

    private static ResponseEntity<byte[]> unknown(String id) {
        return json(
                404,
                Json.Obj.EMPTY
                        .with("error", "There is no platform " + id + ".")
                        .with("field", "id"));
    }

    private static ResponseEntity<byte[]> wrong(String field, String problem) {
        return json(
                400,
                Json.Obj.EMPTY
                        .with("error", (field.isEmpty() ? "" : field + " ") + problem + ".")
                        .with("field", field));
    }

    private static ResponseEntity<byte[]> json(int status, Json body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }
}

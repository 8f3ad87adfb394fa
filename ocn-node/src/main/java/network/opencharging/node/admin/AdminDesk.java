package network.opencharging.node.admin;

import static network.opencharging.node.admin.AdminAnswers.json;
import static network.opencharging.node.admin.AdminAnswers.wrong;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.node.handshake.Checked;
import network.opencharging.node.handshake.Handshake;
import network.opencharging.node.handshake.HandshakeProblem;
import network.opencharging.node.handshake.Handshakes;
import network.opencharging.node.handshake.Invitations;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.json.Json;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the operator may do with platforms. Tokens are shown once, when they are made. */
@RestController
@RequestMapping("/admin")
public class AdminDesk {
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

    /** Everybody who is registered or invited, written one by one; no tokens. */
    @GetMapping("/platforms")
    public void platforms(HttpServletResponse response) throws IOException {
        AdminAnswers.stream(
                platforms.all().stream()
                        .sorted(Comparator.comparing(it -> it.revision().at()))
                        .map(PlatformView::of),
                response);
    }

    /** One of them. */
    @GetMapping("/platforms/{id}")
    public ResponseEntity<byte[]> platform(@PathVariable String id) {
        return find(id).map(platform -> json(200, PlatformView.of(platform)))
                .orElseGet(() -> unknown(id));
    }

    /** Invites a platform: the token A in the answer is shown this once. */
    @PostMapping("/platforms")
    public ResponseEntity<byte[]> plan(
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        return switch (AdminRequests.plan(body)) {
            case Checked.Bad<AdminRequests.Plan> bad -> wrong(bad.field(), bad.problem());
            case Checked.Good<AdminRequests.Plan>(AdminRequests.Plan plan) -> {
                Invitations.Issued issued =
                        handshakes
                                .invitations()
                                .plan(plan.parties(), plan.lifetime().orElse(invitationLifetime));
                AdminRequest.note(
                        request,
                        "platform %s planned for %s"
                                .formatted(issued.platform().id(), plan.parties()));
                yield json(201, PlatformView.invited(issued, self));
            }
        };
    }

    /** We register with a platform that gave us a token A. */
    @PostMapping("/handshakes")
    public ResponseEntity<byte[]> handshake(
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        return switch (AdminRequests.approach(body)) {
            case Checked.Bad<AdminRequests.Approach> bad -> wrong(bad.field(), bad.problem());
            case Checked.Good<AdminRequests.Approach>(AdminRequests.Approach wish) ->
                    switch (handshakes.approach().start(wish.versionsUrl(), wish.token())) {
                        case Handshake.Agreed(ConnectedPlatform platform, var _) -> {
                            AdminRequest.note(
                                    request,
                                    "platform %s at %s registered for %s"
                                            .formatted(
                                                    platform.id(),
                                                    wish.versionsUrl(),
                                                    parties(platform)));
                            yield json(201, PlatformView.of(platform));
                        }
                        case Handshake.Failed(HandshakeProblem problem) -> {
                            AdminRequest.note(
                                    request,
                                    "%s: %s".formatted(wish.versionsUrl(), problem.sentence()));
                            yield json(502, Json.Obj.EMPTY.with("error", problem.sentence()));
                        }
                    };
        };
    }

    /** Ends a registration (the other side is told) or withdraws an invitation. */
    @DeleteMapping("/platforms/{id}")
    public ResponseEntity<byte[]> end(@PathVariable String id, HttpServletRequest request) {
        Optional<Platform> found = find(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        String described = described(found.get());
        Optional<String> objection =
                switch (found.get()) {
                    case ConnectedPlatform connected -> handshakes.approach().end(connected);
                    case PlannedPlatform planned -> {
                        platforms.remove(planned);
                        yield Optional.empty();
                    }
                };
        AdminRequest.note(request, "%s ended %s".formatted(described, objection.orElse("")));
        return json(
                200,
                Json.Obj.EMPTY
                        .with("id", id)
                        .withOptional("warning", objection.map(Json.Text::new)));
    }

    private static String described(Platform platform) {
        return switch (platform) {
            case ConnectedPlatform connected -> "registration of " + parties(connected);
            case PlannedPlatform planned -> "invitation of " + planned.invitation().parties();
        };
    }

    private static String parties(ConnectedPlatform platform) {
        return platform.roles().stream().map(PartyRole::toString).collect(Collectors.joining(", "));
    }

    private Optional<Platform> find(String id) {
        return PlatformId.of(id).flatMap(platforms::byId);
    }

    private static ResponseEntity<byte[]> unknown(String id) {
        return AdminAnswers.missing("There is no platform " + id + ".", "id");
    }
}

package network.opencharging.node.admin;

import static network.opencharging.node.admin.AdminAnswers.json;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.handshake.Checked;
import network.opencharging.node.handshake.Handshake;
import network.opencharging.node.handshake.HandshakeProblem;
import network.opencharging.node.handshake.Handshakes;
import network.opencharging.node.handshake.Invitations;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.Written;
import network.opencharging.protocol.json.Json;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What the operator may do with a platform that is registered or invited. */
@RestController
@RequestMapping("/admin/platforms/{id}")
public class CareDesk {
    private static final String OVERTAKEN =
            "It was changed by somebody else in the same moment: try again.";

    private final Platforms platforms;
    private final Handshakes handshakes;
    private final NodeIdentity self;
    private final Duration invitationLifetime;
    private final Clock clock;

    /**
     * Cares for these platforms.
     *
     * @param invitationLifetime how long a token A may be used
     */
    public CareDesk(
            Platforms platforms,
            Handshakes handshakes,
            NodeIdentity self,
            Duration invitationLifetime,
            Clock clock) {
        this.platforms = platforms;
        this.handshakes = handshakes;
        this.self = self;
        this.invitationLifetime = invitationLifetime;
        this.clock = clock;
    }

    /** From now on no message of the platform passes and none reaches it; it stays registered. */
    @PostMapping("/suspend")
    public ResponseEntity<byte[]> suspend(@PathVariable String id, HttpServletRequest request) {
        return withConnected(
                id,
                request,
                platform ->
                        platform.status() == ConnectionStatus.SUSPENDED
                                ? refused("It is suspended already.")
                                : written(
                                        platform.with(
                                                ConnectionStatus.SUSPENDED, clock.instant())));
    }

    /** Ends a suspension. */
    @PostMapping("/resume")
    public ResponseEntity<byte[]> resume(@PathVariable String id, HttpServletRequest request) {
        return withConnected(
                id,
                request,
                platform ->
                        platform.status() == ConnectionStatus.SUSPENDED
                                ? written(
                                        platform.with(ConnectionStatus.CONNECTED, clock.instant()))
                                : refused("It is not suspended."));
    }

    /** Exchanges the tokens of both sides for fresh ones; nobody needs to see them. */
    @PostMapping("/rotate")
    public ResponseEntity<byte[]> rotate(@PathVariable String id, HttpServletRequest request) {
        return withConnected(
                id, request, platform -> renewed(handshakes.renewal().rotate(platform), request));
    }

    /** Reads the versions and endpoints of the platform again. */
    @PostMapping("/refresh")
    public ResponseEntity<byte[]> refresh(@PathVariable String id, HttpServletRequest request) {
        return withConnected(
                id, request, platform -> renewed(handshakes.renewal().refresh(platform), request));
    }

    /**
     * Another token A, shown this once. A registered platform is to register anew, whatever tokens
     * it had are void; what it has set, its rules, remains.
     */
    @PostMapping("/invitation")
    public ResponseEntity<byte[]> inviteAgain(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        return switch (AdminRequests.lifetime(body)) {
            case Checked.Bad<Optional<Duration>> bad ->
                    AdminAnswers.wrong(bad.field(), bad.problem());
            case Checked.Good<Optional<Duration>>(Optional<Duration> lifetime) ->
                    with(
                            id,
                            request,
                            platform ->
                                    handshakes
                                            .invitations()
                                            .again(platform, lifetime.orElse(invitationLifetime))
                                            .map(this::issued)
                                            .orElseGet(() -> refused(OVERTAKEN)));
        };
    }

    private ResponseEntity<byte[]> issued(Invitations.Issued issued) {
        return json(201, PlatformView.invited(issued, self));
    }

    private static ResponseEntity<byte[]> renewed(Handshake handshake, HttpServletRequest request) {
        return switch (handshake) {
            case Handshake.Agreed(ConnectedPlatform platform, var _) ->
                    json(200, PlatformView.of(platform));
            case Handshake.Failed(HandshakeProblem.Overtaken _) -> refused(OVERTAKEN);
            case Handshake.Failed(HandshakeProblem problem) -> {
                AdminRequest.noteMore(request, problem.sentence());
                yield json(502, Json.Obj.EMPTY.with("error", problem.sentence()));
            }
        };
    }

    private ResponseEntity<byte[]> written(ConnectedPlatform changed) {
        return switch (platforms.save(changed)) {
            case Written.Stored(Platform stored) -> json(200, PlatformView.of(stored));
            case Written.Outdated _, Written.RoleTaken _ -> refused(OVERTAKEN);
        };
    }

    private ResponseEntity<byte[]> withConnected(
            String id,
            HttpServletRequest request,
            Function<ConnectedPlatform, ResponseEntity<byte[]>> deed) {
        return with(
                id,
                request,
                platform ->
                        switch (platform) {
                            case PlannedPlatform _ ->
                                    refused("It is invited and not registered yet.");
                            case ConnectedPlatform connected -> deed.apply(connected);
                        });
    }

    private ResponseEntity<byte[]> with(
            String id,
            HttpServletRequest request,
            Function<Platform, ResponseEntity<byte[]>> deed) {
        Optional<Platform> found = PlatformId.of(id).flatMap(platforms::byId);
        found.ifPresent(platform -> AdminRequest.note(request, PlatformView.parties(platform)));
        return found.map(deed)
                .orElseGet(() -> AdminAnswers.missing("There is no platform " + id + ".", "id"));
    }

    private static ResponseEntity<byte[]> refused(String sentence) {
        return json(409, Json.Obj.EMPTY.with("error", sentence).with("field", "id"));
    }
}

package network.opencharging.node.admin;

import static network.opencharging.node.admin.AdminAnswers.json;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.Written;
import network.opencharging.protocol.json.Json;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the operator may do with a platform that is registered. */
@RestController
@RequestMapping("/admin/platforms/{id}")
public class CareDesk {
    private final Platforms platforms;
    private final Clock clock;

    /** Cares for these platforms. */
    public CareDesk(Platforms platforms, Clock clock) {
        this.platforms = platforms;
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

    private ResponseEntity<byte[]> written(ConnectedPlatform changed) {
        return switch (platforms.save(changed)) {
            case Written.Stored(Platform stored) -> json(200, PlatformView.of(stored));
            case Written.Outdated _, Written.RoleTaken _ ->
                    refused("It was changed by somebody else in the same moment: try again.");
        };
    }

    private ResponseEntity<byte[]> withConnected(
            String id,
            HttpServletRequest request,
            Function<ConnectedPlatform, ResponseEntity<byte[]>> deed) {
        Optional<Platform> found =
                id.isEmpty() || id.length() > 64
                        ? Optional.empty()
                        : platforms.byId(new PlatformId(id));
        if (found.isEmpty()) {
            return AdminAnswers.missing("There is no platform " + id + ".", "id");
        }
        return switch (found.get()) {
            case PlannedPlatform _ -> refused("It is invited and not registered yet.");
            case ConnectedPlatform connected -> {
                AdminRequest.note(
                        request,
                        connected.roles().stream()
                                .map(PartyRole::toString)
                                .collect(Collectors.joining(", ")));
                yield deed.apply(connected);
            }
        };
    }

    private static ResponseEntity<byte[]> refused(String sentence) {
        return json(409, Json.Obj.EMPTY.with("error", sentence).with("field", "id"));
    }
}

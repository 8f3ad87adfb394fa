package network.opencharging.node.operate;

import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Health for load balancers and people.
 *
 * <p>Alive means that the process answers: whoever restarts it for anything else makes things
 * worse. Ready means that it can do its work: the database answers and the registry has been read
 * at least once, however long ago.
 */
@RestController
public class HealthDesk {
    private final Platforms platforms;
    private final Directory directory;
    private final BooleanSupplier database;
    private final LongSupplier lostCallbacks;
    private final Clock clock;

    /**
     * Health of this node.
     *
     * @param database whether the database answers now
     * @param lostCallbacks how many callbacks could not be written down since the start
     */
    public HealthDesk(
            Platforms platforms,
            Directory directory,
            BooleanSupplier database,
            LongSupplier lostCallbacks,
            Clock clock) {
        this.platforms = platforms;
        this.directory = directory;
        this.database = database;
        this.lostCallbacks = lostCallbacks;
        this.clock = clock;
    }

    /** The process answers. */
    @GetMapping("/health/live")
    public ResponseEntity<byte[]> live() {
        return json(200, Json.Obj.EMPTY.with("status", "UP"));
    }

    /** The node can do its work. */
    @GetMapping({"/health", "/health/ready"})
    public ResponseEntity<byte[]> ready() {
        boolean stored = database.getAsBoolean();
        Freshness freshness = directory.freshness();
        boolean ready = stored && freshness.loaded();
        return json(
                ready ? 200 : 503,
                Json.Obj.EMPTY
                        .with("status", ready ? "UP" : "DOWN")
                        .with("database", stored ? "UP" : "DOWN")
                        .with("registry", registry(freshness))
                        .with("platforms", Json.number(platforms.allConnected().size()))
                        .with("callbacks_lost", Json.number(lostCallbacks.getAsLong())));
    }

    private Json.Obj registry(Freshness freshness) {
        return Json.Obj.EMPTY
                .with("status", freshness.reachable() ? "UP" : "STALE")
                .with("source", freshness.source())
                .with("position", Json.number(freshness.position()))
                .with("operators", Json.number(directory.snapshot().operators().size()))
                .with("parties", Json.number(directory.snapshot().parties().size()))
                .withOptional(
                        "confirmed_at",
                        freshness.confirmedAt().map(at -> new Json.Text(Envelope.timeText(at))))
                .withOptional(
                        "age_seconds",
                        freshness.age(clock.instant()).map(age -> Json.number(age.toSeconds())))
                .withOptional("trouble", freshness.trouble().map(Json.Text::new));
    }

    private static ResponseEntity<byte[]> json(int status, Json body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }
}

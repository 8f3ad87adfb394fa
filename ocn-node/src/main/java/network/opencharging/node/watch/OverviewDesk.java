package network.opencharging.node.watch;

import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.journal.BodyLog;
import network.opencharging.node.journal.LastMinute;
import network.opencharging.node.journal.LiveFeed;
import network.opencharging.node.journal.MessageLog;
import network.opencharging.node.network.Network;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** How the node stands, in a few numbers: registry, platforms, logs, and the other nodes. */
@RestController
public class OverviewDesk {
    /** More nodes than a page can show. */
    private static final int MOST_NODES = 500;

    private final NodeIdentity self;
    private final Platforms platforms;
    private final Directory directory;
    private final Network network;
    private final Logs logs;
    private final Clock clock;

    /**
     * What is taken down.
     *
     * @param messages who, whom, what
     * @param bodies what was said
     * @param live what passes now
     * @param withBodies whether that is kept
     */
    public record Logs(MessageLog messages, BodyLog bodies, LiveFeed live, boolean withBodies) {}

    /** Tells of these. */
    public OverviewDesk(
            NodeIdentity self,
            Platforms platforms,
            Directory directory,
            Network network,
            Logs logs,
            Clock clock) {
        this.self = self;
        this.platforms = platforms;
        this.directory = directory;
        this.network = network;
        this.logs = logs;
        this.clock = clock;
    }

    /** All of it. */
    @GetMapping("/admin/overview")
    public ResponseEntity<byte[]> overview() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        Json.Obj.EMPTY
                                .with("node", node())
                                .with("registry", registry())
                                .with("platforms", counts())
                                .with("log", log())
                                .with("last_minute", lastMinute())
                                .with("nodes", nodes())
                                .bytes());
    }

    private Json.Obj node() {
        return Json.Obj.EMPTY
                .with("name", self.name())
                .with("url", self.url())
                .with("party", self.party().toString())
                .with("operator", self.operator().address().toString());
    }

    private Json.Obj registry() {
        Freshness freshness = directory.freshness();
        String status = freshness.loaded() ? freshness.reachable() ? "UP" : "STALE" : "DOWN";
        return Json.Obj.EMPTY
                .with("status", status)
                .with("source", freshness.source())
                .with("operators", Json.number(directory.snapshot().operators().size()))
                .with("parties", Json.number(directory.snapshot().parties().size()))
                .withOptional(
                        "age_seconds",
                        freshness.age(clock.instant()).map(age -> Json.number(age.toSeconds())))
                .withOptional("trouble", freshness.trouble().map(Json.Text::new));
    }

    private Json.Obj counts() {
        Map<ConnectionStatus, Integer> counted = new EnumMap<>(ConnectionStatus.class);
        for (Platform platform : platforms.all()) {
            counted.merge(platform.status(), 1, Integer::sum);
        }
        return Json.Obj.EMPTY
                .with("connected", count(counted, ConnectionStatus.CONNECTED))
                .with("offline", count(counted, ConnectionStatus.OFFLINE))
                .with("suspended", count(counted, ConnectionStatus.SUSPENDED))
                .with("invited", count(counted, ConnectionStatus.PLANNED));
    }

    private static Json.Num count(Map<ConnectionStatus, Integer> counted, ConnectionStatus status) {
        return Json.number(counted.getOrDefault(status, 0));
    }

    private Json.Obj log() {
        return Json.Obj.EMPTY
                .with("dropped", Json.number(logs.messages().dropped()))
                .with("bodies", Json.bool(logs.withBodies()))
                .with("bodies_dropped", Json.number(logs.bodies().dropped()));
    }

    private Json.Obj lastMinute() {
        LastMinute.Counts counts = logs.live().lastMinute();
        return Json.Obj.EMPTY
                .with("messages", Json.number(counts.messages()))
                .with("refused", Json.number(counts.refused()));
    }

    private Json.Arr nodes() {
        Snapshot snapshot = directory.snapshot();
        Map<Address, Integer> parties = new HashMap<>();
        for (Party party : snapshot.parties()) {
            parties.merge(party.operator(), 1, Integer::sum);
        }
        return Json.array(
                snapshot.operators().stream()
                        .limit(MOST_NODES)
                        .map(operator -> node(operator, parties))
                        .toList());
    }

    private Json.Obj node(Operator operator, Map<Address, Integer> parties) {
        return Json.Obj.EMPTY
                .with("url", operator.url().toString())
                .with("operator", operator.address().toString())
                .with("self", Json.bool(network.isSelf(operator)))
                .with("parties", Json.number(parties.getOrDefault(operator.address(), 0)))
                .with("profile", network.profileOf(operator).name());
    }
}

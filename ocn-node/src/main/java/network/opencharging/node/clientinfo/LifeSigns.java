package network.opencharging.node.clientinfo;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Whether platforms are still alive (OCPI 2.2.1 §15.2.3): every message of theirs is a sign; who is
 * silent for long is asked for its versions. A platform is written only when its status changes.
 */
public final class LifeSigns {
    private static final Logger LOG = LoggerFactory.getLogger(LifeSigns.class);

    private final Platforms platforms;
    private final ClientCalls calls;
    private final ExecutorService threads;
    private final Duration silence;
    private final Clock clock;
    private final Map<PlatformId, Instant> last = new ConcurrentHashMap<>();

    /**
     * Watches these platforms.
     *
     * @param threads one for each platform that is asked
     * @param silence after how long a silent platform is asked
     */
    public LifeSigns(
            Platforms platforms,
            ClientCalls calls,
            ExecutorService threads,
            Duration silence,
            Clock clock) {
        this.platforms = platforms;
        this.calls = calls;
        this.threads = threads;
        this.silence = silence;
        this.clock = clock;
    }

    /** A message came from this platform; returns at once. */
    public void seen(ConnectedPlatform platform) {
        last.put(platform.id(), clock.instant());
        if (platform.status() == ConnectionStatus.OFFLINE) {
            threads.execute(() -> settle(platform.id(), ConnectionStatus.CONNECTED));
        }
    }

    /** Asks those who have been silent for long. */
    public void check() {
        Instant now = clock.instant();
        List<ConnectedPlatform> watched =
                platforms.allConnected().stream()
                        .filter(platform -> platform.status() != ConnectionStatus.SUSPENDED)
                        .toList();
        last.keySet().retainAll(watched.stream().map(ConnectedPlatform::id).toList());
        for (ConnectedPlatform platform : watched) {
            Instant sign = last.computeIfAbsent(platform.id(), _ -> now);
            if (!now.isBefore(sign.plus(silence))) {
                last.put(platform.id(), now);
                threads.execute(() -> ask(platform));
            }
        }
    }

    private void ask(ConnectedPlatform platform) {
        settle(
                platform.id(),
                calls.isAlive(platform) ? ConnectionStatus.CONNECTED : ConnectionStatus.OFFLINE);
    }

    /** Who has written in between knows better: then this is left alone. */
    private void settle(PlatformId id, ConnectionStatus status) {
        Optional<Platform> now = platforms.byId(id);
        if (now.orElse(null) instanceof ConnectedPlatform current
                && current.status() != status
                && current.status() != ConnectionStatus.SUSPENDED) {
            LOG.info("platform {} is {}", id, status);
            platforms.save(current.with(status, clock.instant()));
        }
    }
}

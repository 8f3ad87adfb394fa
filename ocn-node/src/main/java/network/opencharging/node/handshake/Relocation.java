package network.opencharging.node.handshake;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The node has moved to another public URL: each platform that was told the one before is given
 * credentials with the present one (PUT, OCPI 2.2.1 §7.2.3), until it has taken them.
 *
 * <p>Of several processes the one that started last says which URL it is.
 */
public final class Relocation {
    private static final Logger LOG = LoggerFactory.getLogger(Relocation.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private final Platforms platforms;
    private final Function<ConnectedPlatform, Handshake> renewal;
    private final ToldAddresses told;
    private final String url;
    private final Executor threads;
    private final Clock clock;
    private final Map<PlatformId, Trial> trials = new ConcurrentHashMap<>();

    /** How often it was tried, how that ended, and when it is tried again. */
    private record Trial(int times, String problem, Instant next) {}

    /**
     * A platform that knows another URL of this node.
     *
     * @param platform which
     * @param told the URL that it knows
     * @param problem why it has not taken the present one, once that was tried by this process
     */
    public record Overdue(PlatformId platform, String told, Optional<String> problem) {}

    /**
     * Tells platforms of this URL.
     *
     * @param renewal exchanges credentials with a platform
     * @param threads one for each platform that is asked
     */
    public Relocation(
            Platforms platforms,
            Function<ConnectedPlatform, Handshake> renewal,
            ToldAddresses told,
            String url,
            Executor threads,
            Clock clock) {
        this.platforms = platforms;
        this.renewal = renewal;
        this.told = told;
        this.url = url;
        this.threads = threads;
        this.clock = clock;
    }

    /** At the start: whoever is registered without more was told the URL that was until now. */
    public void begin() {
        String before = told.present().orElse(url);
        Map<PlatformId, String> known = told.told();
        connected()
                .map(ConnectedPlatform::id)
                .filter(id -> !known.containsKey(id))
                .forEach(id -> told.save(id, before));
        told.setPresent(url);
        if (!before.equals(url)) {
            LOG.warn("this node was {} and is {} now: platforms are told", before, url);
        }
    }

    /** Tells those who do not know yet; returns at once. */
    public void round() {
        if (!isPresent()) {
            return;
        }
        Map<PlatformId, String> known = told.told();
        Instant now = clock.instant();
        connected()
                .filter(platform -> !known.getOrDefault(platform.id(), url).equals(url))
                .filter(platform -> platform.status() != ConnectionStatus.SUSPENDED)
                .filter(platform -> isTime(platform.id(), now))
                .forEach(platform -> threads.execute(() -> tell(platform)));
    }

    /** Everybody who knows another URL than the present one. */
    public List<Overdue> overdue() {
        Map<PlatformId, String> known = told.told();
        return connected()
                .map(ConnectedPlatform::id)
                .filter(id -> !known.getOrDefault(id, url).equals(url))
                .map(id ->
                        new Overdue(
                                id,
                                known.getOrDefault(id, url),
                                Optional.ofNullable(trials.get(id)).map(Trial::problem)))
                .toList();
    }

    /** Whether this process has the URL that counts, and so can tell it to anybody. */
    public boolean isPresent() {
        return told.present().filter(url::equals).isPresent();
    }

    private boolean isTime(PlatformId id, Instant now) {
        Trial last = trials.get(id);
        Trial next =
                new Trial(
                        last == null ? 1 : last.times() + 1,
                        last == null ? "It is being asked." : last.problem(),
                        now.plus(pause(last)));
        return (last == null || !now.isBefore(last.next()))
                && (last == null
                        ? trials.putIfAbsent(id, next) == null
                        : trials.replace(id, last, next));
    }

    private static Duration pause(@Nullable Trial last) {
        int doublings = last == null ? 0 : Math.min(MOST_DOUBLINGS, last.times());
        return FIRST_PAUSE.multipliedBy(1L << doublings);
    }

    private void tell(ConnectedPlatform platform) {
        PlatformId id = platform.id();
        switch (renewal.apply(platform)) {
            case Handshake.Agreed _ -> {
                told.save(id, url);
                trials.remove(id);
                LOG.info("platform {} knows that this node is {} now", id, url);
            }
            case Handshake.Failed(HandshakeProblem problem) -> {
                trials.computeIfPresent(
                        id,
                        (_, trial) -> new Trial(trial.times(), problem.sentence(), trial.next()));
                LOG.warn("platform {} does not take the present URL: {}", id, problem.sentence());
            }
        }
    }

    private Stream<ConnectedPlatform> connected() {
        return platforms.allConnected().stream();
    }
}

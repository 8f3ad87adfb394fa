package network.opencharging.node.probe;

import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/** Asks the nodes that are due, some at once. */
public final class PeerRounds {
    private static final Logger LOG = LoggerFactory.getLogger(PeerRounds.class);
    private static final int AT_ONCE = 16;

    private final Directory directory;
    private final Address self;
    private final PeerProfiles profiles;
    private final PeerProbe probe;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<Address> underWay = ConcurrentHashMap.newKeySet();

    /**
     * Asks the nodes of this directory.
     *
     * @param self the operator of this very node, who is not asked
     * @param threads one for each node that is asked
     */
    public PeerRounds(
            Directory directory,
            Address self,
            PeerProfiles profiles,
            PeerProbe probe,
            ExecutorService threads) {
        this.directory = directory;
        this.self = self;
        this.profiles = profiles;
        this.probe = probe;
        this.threads = threads;
    }

    /** Begins to ask everybody who is due; returns before they have answered. */
    public void round() {
        round(profiles::isDue);
    }

    /** The same of those only whom nobody but this process has reason to ask. */
    public void roundOfDoubts() {
        round(profiles::isInDoubt);
    }

    private void round(Predicate<Operator> isDue) {
        List<Operator> due =
                directory.snapshot().operators().stream()
                        .filter(operator -> !operator.address().equals(self))
                        .filter(isDue)
                        .filter(operator -> underWay.add(operator.address()))
                        .toList();
        due.forEach(operator -> threads.execute(() -> askInTurn(operator)));
    }

    /**
     * Asks a node now.
     *
     * @return what it reads; empty when it did not say
     */
    public Optional<PeerProfile> ask(Operator operator) {
        Optional<PeerProfile> answer = probe.ask(operator);
        answer.ifPresentOrElse(
                profile -> found(operator, profile), () -> profiles.silent(operator));
        return answer;
    }

    /** The outermost loop of a thread: a fault costs one node one asking. */
    private void askInTurn(Operator operator) {
        places.acquireUninterruptibly();
        try {
            var _ = ask(operator);
        } catch (RuntimeException e) {
            LOG.error("node {} could not be asked what it reads", operator.url(), e);
            profiles.silent(operator);
        } finally {
            places.release();
            underWay.remove(operator.address());
        }
    }

    private void found(Operator operator, PeerProfile profile) {
        PeerProfile before = profiles.of(operator);
        profiles.found(operator, profile);
        if (before != profile) {
            LOG.info("node {} reads {}, no longer {}", operator.url(), profile, before);
        }
    }
}

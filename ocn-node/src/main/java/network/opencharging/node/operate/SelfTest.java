package network.opencharging.node.operate;

import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Operator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Holds what the node believes of itself against the registry, once, at the start. What can heal by
 * itself is a warning: a node must start while the chain is away, and before it is listed.
 */
public final class SelfTest {
    private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);

    private final NodeIdentity self;
    private final Directory directory;

    /** A test of this node. */
    public SelfTest(NodeIdentity self, Directory directory) {
        this.self = self;
        this.directory = directory;
    }

    /** Makes the test and says what it found. */
    public void run() {
        Freshness freshness = directory.freshness();
        LOG.info(
                "OCN node {} as operator {}, {}",
                self.url(),
                self.operator().address(),
                directory.snapshot());
        finding(freshness).ifPresent(LOG::warn);
    }

    Optional<String> finding(Freshness freshness) {
        if (!freshness.loaded()) {
            return Optional.of(
                    "The registry (%s) has not been read: %s. No party can register until it is."
                            .formatted(freshness.source(), freshness.trouble().orElse("")));
        }
        Optional<Operator> listed = directory.snapshot().operator(self.operator().address());
        if (listed.isEmpty()) {
            return Optional.of(
                    "Operator %s is not in the registry: list it with the URL %s."
                            .formatted(self.operator().address(), self.url()));
        }
        if (!listed.get().url().equals(self.operator().url())) {
            return Optional.of(
                    "The registry has %s for operator %s, this node is configured as %s: one of"
                                    .formatted(
                                            listed.get().url(),
                                            self.operator().address(),
                                            self.url())
                            + " them must change, or nobody finds this node.");
        }
        return freshness
                .trouble()
                .map(trouble -> "The registry cannot be read now: " + trouble + ".");
    }
}

package network.opencharging.tools.local;

import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.ocpi.Identity;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A registry and two nodes that have been started, and what makes a network of them: everybody is
 * listed, then each party and its node shake hands.
 *
 * @param cast who takes part
 * @param registry where they are listed
 * @param north the node of the operator north
 * @param south the node of the operator south
 */
public record LocalNetwork(
        Cast cast, LocalRegistry registry, NodeProcess north, NodeProcess south) {

    /**
     * Lists both nodes and all parties, the two nodes at once: on a chain every entry waits for a
     * block.
     *
     * @throws IOException when the registry refuses
     */
    public void list() throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> lists =
                    Stream.of(north, south).map(node -> threads.submit(() -> list(node))).toList();
            for (Future<Boolean> list : lists) {
                join(list);
            }
        }
    }

    private boolean list(NodeProcess node) throws IOException {
        LocalKey operator = node.plan().key().orElseThrow();
        registry.listNode(operator, node.plan().url());
        for (Member member : cast.members()) {
            if (member.operator() == operator) {
                Identity identity = member.identity();
                registry.listParty(member.key(), identity.party(), identity.role(), operator);
            }
        }
        return true;
    }

    private static void join(Future<Boolean> work) throws IOException, InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Waits until a node works and has read from the registry who takes part.
     *
     * @throws network.opencharging.tools.terminal.Failure when it does not in time, or ends
     */
    public void await(NodeProcess node, Duration patience) throws InterruptedException {
        node.awaitReady(patience);
        node.health().awaitParties(cast.members().size(), patience);
    }

    /**
     * The party begins: it registers at its node with the token A that it has been given.
     *
     * @throws IOException when one of the two does not answer or refuses
     */
    public void register(Identity identity, Platform platform) throws IOException {
        NodeAdmin.Invitation invitation = nodeOf(identity).admin().invite(identity.party());
        platform.registration().register(invitation.versions(), invitation.token());
    }

    /**
     * The node begins: the party has given it a token A, and it registers with the party.
     *
     * @throws IOException when one of the two does not answer or refuses
     */
    public void approach(Identity identity, Platform platform, String tokenA) throws IOException {
        platform.connection().invite(tokenA);
        nodeOf(identity).admin().approach(platform.versions(), tokenA);
    }

    /** The node at which a member is connected. */
    public NodeProcess nodeOf(Identity identity) {
        return cast.member(identity).operator() == cast.north() ? north : south;
    }
}

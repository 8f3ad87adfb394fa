package network.opencharging.node.clientinfo;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Tells every change of a client to the platforms that want to know, and every change of its own
 * parties to the other nodes. Each is told in order and by a thread of its own; who does not take
 * the first is not told the rest: it catches up with GET (OCPI 2.2.1 §15.1.2).
 */
public final class ClientNews {
    private static final Logger LOG = LoggerFactory.getLogger(ClientNews.class);

    private final ClientBook book;
    private final Platforms platforms;
    private final Directory directory;
    private final ClientCalls calls;
    private final BiPredicate<PartyId, PartyId> mayMeet;
    private final ExecutorService threads;
    private final List<ClientInfo> untold = new ArrayList<>();

    /**
     * Tells what this book notices.
     *
     * @param mayMeet whether the first party may see the second
     */
    public ClientNews(
            ClientBook book,
            Platforms platforms,
            Directory directory,
            ClientCalls calls,
            BiPredicate<PartyId, PartyId> mayMeet,
            ExecutorService threads) {
        this.book = book;
        this.platforms = platforms;
        this.directory = directory;
        this.calls = calls;
        this.mayMeet = mayMeet;
        this.threads = threads;
    }

    /** Tells what is new; returns before everybody knows. */
    public void tell() {
        List<ClientInfo> news = new ArrayList<>(untold);
        untold.clear();
        news.addAll(book.news());
        if (news.isEmpty()) {
            return;
        }
        platforms.allConnected().stream()
                .filter(platform -> platform.status() == ConnectionStatus.CONNECTED)
                .forEach(platform -> tell(platform, news));
        List<ClientInfo> ours =
                news.stream().filter(client -> book.isHere(client.party())).toList();
        directory.snapshot().operators().stream()
                .filter(operator -> !ours.isEmpty() && !book.isSelf(operator))
                .forEach(operator -> threads.execute(() -> tell(operator, ours)));
    }

    /**
     * Another process tells. What is new is kept here for a while: if that process dies before it
     * has told it, this one will; who hears something twice is none the worse.
     *
     * @param notBefore what is older has been told
     */
    public void listen(Instant notBefore) {
        untold.addAll(book.news());
        untold.removeIf(client -> client.lastUpdated().isBefore(notBefore));
    }

    private void tell(ConnectedPlatform platform, List<ClientInfo> news) {
        platform.connection()
                .endpoint(ModuleId.HUB_CLIENT_INFO, InterfaceRole.RECEIVER)
                .ifPresent(endpoint -> threads.execute(() -> tell(platform, endpoint, news)));
    }

    private void tell(ConnectedPlatform platform, URI endpoint, List<ClientInfo> news) {
        // A platform may speak for thousands, and thousands may be new.
        Set<PartyId> own =
                platform.roles().stream().map(PartyRole::party).collect(Collectors.toSet());
        boolean told =
                news.stream()
                        .filter(client -> !own.contains(client.party()))
                        .filter(client ->
                                own.stream().anyMatch(it -> mayMeet.test(it, client.party())))
                        .allMatch(client -> calls.tell(platform, endpoint, client));
        if (!told) {
            LOG.info("platform {} did not take news of clients", platform.id());
        }
    }

    private void tell(Operator node, List<ClientInfo> ours) {
        if (!ours.stream().allMatch(client -> calls.tell(node, client))) {
            LOG.info("node {} did not take news of clients", node.url());
        }
    }
}

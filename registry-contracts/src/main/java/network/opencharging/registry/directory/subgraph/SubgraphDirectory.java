package network.opencharging.registry.directory.subgraph;

import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Refresh;
import network.opencharging.registry.directory.Snapshot;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A directory that reads a subgraph of the second registry again and again. It believes the
 * subgraph: who can read the contract itself should rather do that.
 */
public final class SubgraphDirectory implements Directory, AutoCloseable {
    private final SubgraphEndpoint endpoint;
    private final HttpClient http;
    private final Clock clock;
    private Optional<Refresh> refresh = Optional.empty();
    private volatile State state =
            new State(
                    Snapshot.empty(),
                    0,
                    Optional.empty(),
                    Optional.of("the subgraph was not read yet"));

    private record State(
            Snapshot snapshot, long readings, Optional<Instant> at, Optional<String> trouble) {
        State troubled(String sentence) {
            return new State(snapshot, readings, at, Optional.of(sentence));
        }
    }

    /**
     * A directory that has not read anything yet.
     *
     * @param endpoint where the subgraph answers
     * @param clock says when it was last read
     */
    public SubgraphDirectory(SubgraphEndpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.http = HttpClient.newBuilder().connectTimeout(endpoint.deadline()).build();
        this.clock = clock;
    }

    /** Reads now, and again in this interval, until {@link #close()}. */
    public synchronized void start(Duration interval) {
        stop();
        refresh = Optional.of(Refresh.every("subgraph", interval, this::read, this::broken));
    }

    /** Reads everything now; keeps what it has on failure. */
    public synchronized void read() {
        try {
            SubgraphPages pages = new SubgraphPages(http, endpoint);
            List<Operator> operators =
                    pages.all("operators", SubgraphListing.OPERATOR_FIELDS).stream()
                            .flatMap(entry -> SubgraphListing.operator(entry).stream())
                            .toList();
            List<Party> parties =
                    pages.all("parties", SubgraphListing.PARTY_FIELDS).stream()
                            .flatMap(entry -> SubgraphListing.party(entry).stream())
                            .toList();
            state =
                    new State(
                            Snapshot.of(operators, parties),
                            state.readings() + 1,
                            Optional.of(clock.instant()),
                            Optional.empty());
        } catch (IOException e) {
            state = state.troubled("%s cannot be read: %s".formatted(endpoint, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            state = state.troubled("reading the subgraph was interrupted");
        }
    }

    private synchronized void broken(RuntimeException bug) {
        state = state.troubled("the subgraph's answer could not be used: " + bug);
    }

    @Override
    public Snapshot snapshot() {
        return state.snapshot();
    }

    /** The position is how often the subgraph was read: it does not say at which block it is. */
    @Override
    public Freshness freshness() {
        State now = state;
        return new Freshness(endpoint.toString(), now.readings(), now.at(), now.trouble());
    }

    private void stop() {
        refresh.ifPresent(Refresh::close);
        refresh = Optional.empty();
    }

    /** Stops reading; what is known stays. */
    @Override
    public void close() {
        http.shutdownNow();
        synchronized (this) {
            stop();
        }
    }
}

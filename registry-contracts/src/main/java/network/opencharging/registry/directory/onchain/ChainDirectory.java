package network.opencharging.registry.directory.onchain;

import network.opencharging.registry.chain.log.LogCursor;
import network.opencharging.registry.chain.log.Mark;
import network.opencharging.registry.chain.log.Step;
import network.opencharging.registry.chain.rpc.Block;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.contract.NotARegistry;
import network.opencharging.registry.contract.RegistryReader;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Refresh;
import network.opencharging.registry.directory.Snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The directory of a network on a chain.
 *
 * <p>Filled once by paging at one block, then kept by following the contract's log with an own
 * cursor. When the chain changes its history below something that was used, it is filled again.
 * What is known is saved, so that a node starts and routes while no endpoint answers.
 */
public final class ChainDirectory implements Directory, AutoCloseable {
    /** Without changes, only the time of the last look is saved. */
    private static final Duration SAVE_EVERY = Duration.ofMinutes(1);

    private final RegistryReader registry;
    private final Rpc rpc;
    private final LogCursor cursor;
    private final IndexFile file;
    private final Clock clock;
    private Optional<Book> book = Optional.empty();
    private boolean unpublished;
    private Optional<Instant> savedAt = Optional.empty();
    private Optional<Refresh> refresh = Optional.empty();
    private volatile State state =
            new State(
                    Snapshot.empty(),
                    0,
                    Optional.empty(),
                    Optional.of("the chain was not read yet"));

    private record State(
            Snapshot snapshot, long block, Optional<Instant> at, Optional<String> trouble) {
        State troubled(String sentence) {
            return new State(snapshot, block, at, Optional.of(sentence));
        }
    }

    /**
     * A directory that knows nothing yet.
     *
     * @param registry the contract to follow
     * @param file where to keep what is known
     * @param clock says when the chain was last seen
     */
    public ChainDirectory(RegistryReader registry, Path file, Clock clock) {
        this.registry = registry;
        this.rpc = registry.rpc();
        this.cursor = new LogCursor(rpc, registry.address());
        this.file = new IndexFile(file);
        this.clock = clock;
    }

    /** Loads what was saved, then follows the chain in this interval until {@link #close()}. */
    public synchronized void start(Duration interval) {
        close();
        load();
        refresh =
                Optional.of(Refresh.every("registry-index", interval, this::catchUp, this::broken));
    }

    /** Loads what was saved, if there is something and it fits; the chain is not asked. */
    public synchronized void load() {
        try {
            file.read(rpc.chain().chainId(), registry.address()).ifPresent(this::use);
        } catch (IOException e) {
            state = state.troubled("the saved index cannot be read: " + e.getMessage());
        }
    }

    private void use(SavedIndex saved) {
        book = Optional.of(new Book(saved.snapshot().operators(), saved.snapshot().parties()));
        cursor.reset(saved.marks());
        state =
                new State(
                        saved.snapshot(),
                        cursor.position(),
                        Optional.of(saved.confirmedAt()),
                        Optional.of("the chain was not asked since the start"));
    }

    /** Reads from the chain everything that is new and confirmed; keeps what it has on failure. */
    public synchronized void catchUp() {
        try {
            Book known = book.isPresent() ? book.get() : fill();
            follow(known);
        } catch (RpcException | NotARegistry e) {
            state = state.troubled(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            state = state.troubled("the index cannot be saved: " + e.getMessage());
        }
    }

    private void follow(Book known) throws IOException {
        Optional<String> trouble = Optional.empty();
        boolean more = true;
        while (more) {
            switch (cursor.next()) {
                case Step.UpToDate() -> more = false;
                case Step.Behind(long head) -> {
                    trouble =
                            Optional.of(
                                    "the chain's node stands at block " + head + ", which is old");
                    more = false;
                }
                case Step.Advanced(var logs, long _) -> {
                    logs.forEach(log -> registry.event(log).ifPresent(known::apply));
                    unpublished |= !logs.isEmpty();
                }
                case Step.Rewound(long _, boolean logsLost) when !logsLost -> more = true;
                case Step.Rewound _, Step.Lost _ -> {
                    // What was read may never have happened: nothing of it is kept.
                    book = Optional.empty();
                    follow(fill());
                    return;
                }
            }
        }
        publish(known, trouble);
    }

    /** Everything at one block; the cursor then stands right behind it. */
    private Book fill() throws RpcException {
        if (!rpc.isContract(registry.address())) {
            throw new NotARegistry(registry.address());
        }
        long confirmed = Math.max(0, rpc.latest().number() - rpc.chain().blocks().confirmations());
        Block at = rpc.block(confirmed).orElseThrow();
        Book filled = new Book(registry.operators(confirmed), registry.parties(confirmed));
        cursor.reset(List.of(new Mark(at.number(), at.hash(), true)));
        book = Optional.of(filled);
        unpublished = true;
        return filled;
    }

    private void publish(Book known, Optional<String> trouble) throws IOException {
        Instant now = clock.instant();
        Optional<String> standing = trouble.isPresent() ? trouble : standingStill(now);
        Snapshot snapshot = unpublished ? known.snapshot() : state.snapshot();
        Instant confirmed = standing.isEmpty() ? now : state.at().orElse(now);
        state = new State(snapshot, cursor.position(), Optional.of(confirmed), standing);
        boolean due = savedAt.filter(at -> now.isBefore(at.plus(SAVE_EVERY))).isEmpty();
        if (unpublished || due) {
            unpublished = false;
            file.write(
                    new SavedIndex(
                            rpc.chain().chainId(),
                            registry.address(),
                            confirmed,
                            cursor.marks(),
                            snapshot));
            savedAt = Optional.of(now);
        }
    }

    /** An endpoint that answers, but whose chain does not grow, is as good as unreachable. */
    private Optional<String> standingStill(Instant now) throws RpcException {
        Optional<Duration> limit = rpc.chain().blocks().oldestHead();
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        Duration age = Duration.between(rpc.latest().at(), now);
        return age.compareTo(limit.get()) > 0
                ? Optional.of("the newest block is %d seconds old".formatted(age.toSeconds()))
                : Optional.empty();
    }

    private synchronized void broken(RuntimeException bug) {
        state = state.troubled("the chain's answer could not be used: " + bug);
    }

    @Override
    public Snapshot snapshot() {
        return state.snapshot();
    }

    @Override
    public Freshness freshness() {
        State now = state;
        return new Freshness(
                "registry %s on chain %d (%s)"
                        .formatted(registry.address(), rpc.chain().chainId(), rpc.chain().name()),
                now.block(),
                now.at(),
                now.trouble());
    }

    /** Stops following; what is known stays. */
    @Override
    public synchronized void close() {
        refresh.ifPresent(Refresh::close);
        refresh = Optional.empty();
    }
}

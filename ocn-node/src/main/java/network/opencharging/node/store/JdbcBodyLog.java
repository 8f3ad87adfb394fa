package network.opencharging.node.store;

import network.opencharging.node.journal.BodyLog;
import network.opencharging.node.journal.BodySeal;
import network.opencharging.protocol.message.Body;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Bodies in a relational database, encrypted; what is older than it is kept for is deleted. */
public final class JdbcBodyLog implements BodyLog, AutoCloseable {
    private static final int BATCH = 50;
    private static final int MOST_WAITING = 10_000;
    private static final String INSERT =
            "insert into message_body (message, at, request, request_size, answer, answer_size)"
                    + " values (?,?,?,?,?,?)";

    private final JdbcOperations batches;
    private final JdbcClient jdbc;
    private final BodySeal seal;
    private final Bounds bounds;
    private final Clock clock;
    private final WriteBehind<Waiting> behind;
    private final AtomicLong waiting = new AtomicLong();

    /**
     * How much is kept.
     *
     * @param kept for how long
     * @param bytes of each body; the rest is cut
     * @param waiting how many bytes may wait to be written before more are dropped
     */
    public record Bounds(Duration kept, int bytes, long waiting) {}

    /** The bodies of one message; they are immutable and in memory anyway until it has passed. */
    private record Waiting(String id, Instant at, Body request, Body answer) {
        long bytes() {
            return request.size() + (long) answer.size();
        }
    }

    /** A log in this database. */
    public JdbcBodyLog(JdbcOperations batches, BodySeal seal, Bounds bounds, Clock clock) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.seal = seal;
        this.bounds = bounds;
        this.clock = clock;
        this.behind = new WriteBehind<>("message bodies", MOST_WAITING, BATCH, this::write);
    }

    /** Begins to write. */
    public void start() {
        behind.start();
    }

    @Override
    public void keep(String id, Instant at, Body request, Body answer) {
        Waiting bodies = new Waiting(id, at, request, answer);
        if (waiting.addAndGet(bodies.bytes()) > bounds.waiting()) {
            waiting.addAndGet(-bodies.bytes());
            behind.drop(1);
        } else if (!behind.add(bodies)) {
            waiting.addAndGet(-bodies.bytes());
        }
    }

    private void write(List<Waiting> bodies) {
        try {
            batches.batchUpdate(INSERT, bodies.stream().map(this::row).toList());
        } finally {
            bodies.forEach(it -> waiting.addAndGet(-it.bytes()));
        }
    }

    private Object[] row(Waiting bodies) {
        return new Object[] {
            bodies.id(),
            bodies.at().atOffset(ZoneOffset.UTC),
            sealed(bodies.request(), bodies.id()),
            bodies.request().size(),
            sealed(bodies.answer(), bodies.id()),
            bodies.answer().size()
        };
    }

    private byte[] sealed(Body body, String id) {
        byte[] all = body.bytes();
        return seal.seal(Arrays.copyOf(all, Math.min(all.length, bounds.bytes())), id);
    }

    @Override
    public Optional<Said> find(String id) {
        return jdbc.sql(
                        "select request, request_size, answer, answer_size from message_body where"
                                + " message = ?")
                .param(id)
                .query((rs, _) ->
                        new Said(
                                new Text(
                                        opened(rs.getBytes("request"), id),
                                        rs.getLong("request_size")),
                                new Text(
                                        opened(rs.getBytes("answer"), id),
                                        rs.getLong("answer_size"))))
                .optional();
    }

    private String opened(byte[] sealed, String id) {
        return new String(seal.open(sealed, id), StandardCharsets.UTF_8);
    }

    /** Deletes what is older than it is kept for. */
    public void forget() {
        jdbc.sql("delete from message_body where at < ?")
                .param(clock.instant().minus(bounds.kept()).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public long dropped() {
        return behind.dropped();
    }

    /** Writes what waits. */
    @Override
    public void close() {
        behind.close();
    }
}

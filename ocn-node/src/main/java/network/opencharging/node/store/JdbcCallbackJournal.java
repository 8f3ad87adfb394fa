package network.opencharging.node.store;

import network.opencharging.node.links.CallbackJournal;
import network.opencharging.node.links.LinkKind;
import network.opencharging.node.links.LinkScope;
import network.opencharging.node.links.RememberedCallback;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Remembered callbacks in a relational database, added in batches behind the messages' backs. What
 * has expired is deleted now and then.
 */
public final class JdbcCallbackJournal implements CallbackJournal, AutoCloseable {
    private static final int BATCH = 200;
    private static final int LONGEST_UID = 1024;
    private static final int LONGEST_RESOURCE = 4096;
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final String INSERT =
            "insert into callback (kind, module, requester, server, uid, resource, expires_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcOperations batches;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean shared;
    private final WriteBehind<RememberedCallback> behind;
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.MIN);

    /**
     * A journal in this database.
     *
     * @param most how many may wait to be written before more are dropped
     * @param shared whether other processes write into it, too
     */
    public JdbcCallbackJournal(JdbcOperations batches, int most, boolean shared, Clock clock) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.clock = clock;
        this.shared = shared;
        this.behind = new WriteBehind<>("callbacks", most, BATCH, this::write);
    }

    /** Begins to write. */
    public void start() {
        behind.start();
    }

    @Override
    public void keep(RememberedCallback callback) {
        if (isStorable(callback.uid(), LONGEST_UID)
                && isStorable(callback.resource(), LONGEST_RESOURCE)) {
            behind.add(callback);
        } else {
            behind.drop(1);
        }
    }

    /** How many were not written since the start: too many at once, too long, or a failure. */
    public long dropped() {
        return behind.dropped();
    }

    @Override
    public List<RememberedCallback> load(int most) {
        return jdbc.sql(
                        "select kind, module, requester, server, uid, resource, expires_at from"
                                + " callback where expires_at > ? order by position desc"
                                + " fetch first ? rows only")
                .param(time(clock.instant()))
                .param(most)
                .query((rs, _) -> read(rs))
                .list()
                .reversed();
    }

    @Override
    public Optional<RememberedCallback> find(LinkScope scope, String uid) {
        if (!shared || !isStorable(uid, LONGEST_UID)) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select kind, module, requester, server, uid, resource, expires_at from"
                                + " callback where uid = ? and kind = ? and module = ? and"
                                + " requester = ? and server = ? order by position desc"
                                + " fetch first row only")
                .param(uid)
                .param(scope.kind().name())
                .param(scope.module().value())
                .param(scope.requester().toString())
                .param(scope.server().toString())
                .query((rs, _) -> read(rs))
                .optional();
    }

    private void write(List<RememberedCallback> callbacks) {
        batches.batchUpdate(INSERT, callbacks.stream().map(JdbcCallbackJournal::row).toList());
        Instant now = clock.instant();
        Instant last = cleaned.get();
        if (last.equals(Instant.MIN) || now.isAfter(last.plus(BETWEEN_CLEANINGS))) {
            jdbc.sql("delete from callback where expires_at <= ?").param(time(now)).update();
            cleaned.set(now);
        }
    }

    private static Object[] row(RememberedCallback callback) {
        LinkScope scope = callback.scope();
        return new Object[] {
            scope.kind().name(),
            scope.module().value(),
            scope.requester().toString(),
            scope.server().toString(),
            callback.uid(),
            callback.resource(),
            time(callback.until())
        };
    }

    private static RememberedCallback read(ResultSet rs) throws SQLException {
        return new RememberedCallback(
                new LinkScope(
                        LinkKind.valueOf(rs.getString("kind")),
                        new ModuleId(rs.getString("module")),
                        PartyId.parse(rs.getString("requester")).orElseThrow(),
                        PartyId.parse(rs.getString("server")).orElseThrow()),
                rs.getString("uid"),
                rs.getString("resource"),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Other nodes chose these texts: one that cannot be written must not cost a whole batch. */
    private static boolean isStorable(String text, int longest) {
        return text.length() <= longest && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Writes what waits. */
    @Override
    public void close() {
        behind.close();
    }
}

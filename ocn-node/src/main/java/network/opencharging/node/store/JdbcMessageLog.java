package network.opencharging.node.store;

import network.opencharging.node.journal.MessageLog;
import network.opencharging.node.journal.MessageRecord;
import network.opencharging.node.journal.MessageSearch;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.party.PartyId;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log of messages in a relational database; what is older than it is kept for is deleted. */
public final class JdbcMessageLog implements MessageLog, AutoCloseable {
    private static final int BATCH = 500;
    private static final int LOWEST_OCPI = 1000;
    private static final String COLUMNS =
            "id, at, request_id, correlation_id, sender, receiver, module, interface_role, method,"
                + " from_node, signed, repeated, http_status, ocpi_status, refusal, milliseconds,"
                + " path";

    private final JdbcOperations batches;
    private final JdbcClient jdbc;
    private final Duration kept;
    private final Clock clock;
    private final WriteBehind<MessageRecord> behind;

    /**
     * A log in this database.
     *
     * @param waiting how many may wait to be written before more are dropped
     * @param kept how long they are kept
     */
    public JdbcMessageLog(JdbcOperations batches, int waiting, Duration kept, Clock clock) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.kept = kept;
        this.clock = clock;
        this.behind = new WriteBehind<>("messages", waiting, BATCH, this::write);
    }

    /** Begins to write. */
    public void start() {
        behind.start();
    }

    @Override
    public void keep(MessageRecord message) {
        behind.add(message);
    }

    @Override
    public long dropped() {
        return behind.dropped();
    }

    /** Deletes what is older than it is kept for. */
    public void forget() {
        jdbc.sql("delete from message where at < ?")
                .param(time(clock.instant().minus(kept)))
                .update();
    }

    @Override
    public List<MessageRecord> find(MessageSearch search) {
        List<Object> values = new ArrayList<>();
        String where = where(search, values);
        values.add(search.most());
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from message"
                                + where
                                + " order by position desc fetch first ? rows only")
                .params(values)
                .query((rs, _) -> read(rs))
                .list();
    }

    private static String where(MessageSearch search, List<Object> values) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        search.correlationId().ifPresent(it -> and(where, values, "correlation_id = ?", it));
        search.party()
                .map(PartyId::toString)
                .ifPresent(it -> and(where, values, "(sender = ? or receiver = ?)", it, it));
        search.module().ifPresent(it -> and(where, values, "module = ?", it));
        search.refused()
                .ifPresent(
                        it -> and(where, values, it ? "refusal is not null" : "refusal is null"));
        search.status()
                .ifPresent(it ->
                        and(
                                where,
                                values,
                                it < LOWEST_OCPI ? "http_status = ?" : "ocpi_status = ?",
                                it));
        search.from().ifPresent(it -> and(where, values, "at >= ?", time(it)));
        search.until().ifPresent(it -> and(where, values, "at < ?", time(it)));
        return where.toString();
    }

    @Override
    public Optional<MessageRecord> byId(String id) {
        return jdbc.sql("select " + COLUMNS + " from message where id = ?")
                .param(id)
                .query((rs, _) -> read(rs))
                .optional();
    }

    /** How many wait to be written. */
    public int waiting() {
        return behind.waiting();
    }

    private static void and(
            StringBuilder where, List<Object> values, String condition, Object... bound) {
        where.append(" and ").append(condition);
        values.addAll(List.of(bound));
    }

    private void write(List<MessageRecord> messages) {
        batches.batchUpdate(
                "insert into message (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                messages.stream().map(JdbcMessageLog::row).toList());
    }

    private static Object[] row(MessageRecord message) {
        return new Object[] {
            message.id(),
            time(message.at()),
            message.ids().requestId(),
            message.ids().correlationId(),
            message.sender().map(PartyId::toString).orElse(null),
            message.receiver().map(PartyId::toString).orElse(null),
            message.what().module(),
            message.what().role(),
            message.what().method(),
            message.fromNode(),
            message.signed(),
            message.repeated(),
            message.ending().http(),
            message.ending().ocpi().orElse(null),
            message.ending().refusal().orElse(null),
            message.milliseconds(),
            PathText.write(message.path())
        };
    }

    private static MessageRecord read(ResultSet rs) throws SQLException {
        return new MessageRecord(
                rs.getString("id"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                new MessageIds(rs.getString("request_id"), rs.getString("correlation_id")),
                Optional.ofNullable(rs.getString("sender")).flatMap(PartyId::parse),
                Optional.ofNullable(rs.getString("receiver")).flatMap(PartyId::parse),
                new MessageRecord.What(
                        rs.getString("module"),
                        rs.getString("interface_role"),
                        rs.getString("method")),
                rs.getBoolean("from_node"),
                rs.getBoolean("signed"),
                rs.getBoolean("repeated"),
                new MessageRecord.Ending(
                        rs.getInt("http_status"),
                        Optional.ofNullable(rs.getObject("ocpi_status", Integer.class)),
                        Optional.ofNullable(rs.getString("refusal"))),
                rs.getLong("milliseconds"),
                PathText.read(rs.getString("path")));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Writes what waits. */
    @Override
    public void close() {
        behind.close();
    }
}

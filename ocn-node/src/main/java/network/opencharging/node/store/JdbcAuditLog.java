package network.opencharging.node.store;

import network.opencharging.node.audit.AuditLog;
import network.opencharging.node.audit.Deed;
import network.opencharging.node.audit.DeedSearch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Deeds in a relational database; what is older than they are kept for is deleted. */
public final class JdbcAuditLog implements AuditLog {
    private final JdbcClient jdbc;
    private final Duration kept;
    private final Clock clock;

    /**
     * A log in this database.
     *
     * @param kept how long deeds are kept
     */
    public JdbcAuditLog(JdbcClient jdbc, Duration kept, Clock clock) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public long begin(Deed deed) {
        KeyHolder number = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into audit (at, who, way, address, what, status, note)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(utc(deed.at()))
                .param(deed.who())
                .param(deed.way().orElse(null))
                .param(deed.from())
                .param(deed.what())
                .param(deed.outcome().status().orElse(null))
                .param(deed.outcome().note().orElse(null))
                .update(number, "position");
        return Objects.requireNonNull(number.getKey()).longValue();
    }

    @Override
    public void end(long number, Deed.Outcome outcome) {
        jdbc.sql("update audit set status = ?, note = ? where position = ?")
                .param(outcome.status().orElse(null))
                .param(outcome.note().orElse(null))
                .param(number)
                .update();
    }

    @Override
    public List<Deed> find(DeedSearch search) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" where 1 = 1");
        search.who().ifPresent(it -> and(where, values, "who = ?", it));
        search.what().ifPresent(it -> and(where, values, "position(? in what) > 0", it));
        search.from().ifPresent(it -> and(where, values, "at >= ?", utc(it)));
        search.until().ifPresent(it -> and(where, values, "at < ?", utc(it)));
        values.add(search.most());
        return jdbc.sql(
                        "select * from audit"
                                + where
                                + " order by position desc fetch first ? rows only")
                .params(values)
                .query((rs, _) -> deed(rs))
                .list();
    }

    /** Deletes what is older than deeds are kept for. */
    public void forget() {
        jdbc.sql("delete from audit where at < ?").param(utc(clock.instant().minus(kept))).update();
    }

    private static void and(
            StringBuilder where, List<Object> values, String condition, Object bound) {
        where.append(" and ").append(condition);
        values.add(bound);
    }

    private static Deed deed(ResultSet rs) throws SQLException {
        return new Deed(
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("who"),
                Optional.ofNullable(rs.getString("way")),
                rs.getString("address"),
                rs.getString("what"),
                new Deed.Outcome(
                        Optional.ofNullable(rs.getObject("status", Integer.class)),
                        Optional.ofNullable(rs.getString("note"))));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

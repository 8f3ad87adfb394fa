package network.opencharging.bridge.store;

import network.opencharging.bridge.deliver.Depth;
import network.opencharging.bridge.deliver.OutboxStore;
import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.bridge.deliver.Parked;
import network.opencharging.bridge.deliver.Waiting;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The outbox in a database. Every answer is written with the revision it is an answer to: a newer
 * state that came meanwhile is never taken for delivered.
 */
public final class JdbcOutbox implements OutboxStore {
    private static final int LONGEST_REASON = 2000;

    private final JdbcClient jdbc;

    /** An outbox in this database. */
    public JdbcOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Parcel parcel, Instant now) {
        if (renewed(parcel, now)) {
            return;
        }
        try {
            insert(parcel, now);
        } catch (DuplicateKeyException e) {
            // Another thread had the same label in the same moment: whoever comes last wins.
            renewed(parcel, now);
        }
    }

    private boolean renewed(Parcel parcel, Instant now) {
        return jdbc.sql(
                                """
                                update bridge_outbox
                                set correlation_id = ?, method = ?, target = ?, body = ?,
                                    until_at = ?, revision = revision + 1, attempts = 0,
                                    parked = false, next_at = ?, why = ''
                                where from_party = ? and to_party = ? and module = ? and object = ?
                                """)
                        .params(
                                parcel.correlationId(),
                                parcel.letter().method().name(),
                                parcel.letter().target(),
                                parcel.letter().body())
                        .param(until(parcel))
                        .params(
                                Times.column(now),
                                parcel.from().toString(),
                                parcel.to().toString(),
                                parcel.label().module().value(),
                                parcel.label().object())
                        .update()
                > 0;
    }

    private void insert(Parcel parcel, Instant now) {
        jdbc.sql(
                        """
                        insert into bridge_outbox (correlation_id, method, target, body, until_at,
                            revision, attempts, parked, next_at, since, why,
                            from_party, to_party, module, object)
                        values (?, ?, ?, ?, ?, 1, 0, false, ?, ?, '', ?, ?, ?, ?)
                        """)
                .params(
                        parcel.correlationId(),
                        parcel.letter().method().name(),
                        parcel.letter().target(),
                        parcel.letter().body())
                .param(until(parcel))
                .params(
                        Times.column(now),
                        Times.column(now),
                        parcel.from().toString(),
                        parcel.to().toString(),
                        parcel.label().module().value(),
                        parcel.label().object())
                .update();
    }

    private static @Nullable OffsetDateTime until(Parcel parcel) {
        return parcel.until().map(Times::column).orElse(null);
    }

    @Override
    public List<Waiting> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select * from bridge_outbox o
                        where parked = false and next_at <= ?
                          and not exists (select 1 from bridge_presence p
                                          where p.party = o.to_party and p.reachable = false)
                        order by next_at, id
                        limit ?
                        """)
                .param(Times.column(now))
                .param(limit)
                .query((row, _) -> waiting(row))
                .list();
    }

    @Override
    public void arrived(Waiting waiting) {
        jdbc.sql("delete from bridge_outbox where id = ? and revision = ?")
                .params(waiting.id(), waiting.revision())
                .update();
    }

    @Override
    public void again(Waiting waiting, Instant at, String why) {
        jdbc.sql(
                        """
                        update bridge_outbox set attempts = attempts + 1, next_at = ?, why = ?
                        where id = ? and revision = ?
                        """)
                .params(Times.column(at), shortened(why), waiting.id(), waiting.revision())
                .update();
    }

    @Override
    public void park(Waiting waiting, String why, Instant now) {
        jdbc.sql(
                        """
                        update bridge_outbox
                        set attempts = attempts + 1, parked = true, next_at = ?, why = ?
                        where id = ? and revision = ?
                        """)
                .params(Times.column(now), shortened(why), waiting.id(), waiting.revision())
                .update();
    }

    @Override
    public List<Parked> parked(int limit) {
        return jdbc.sql(
                        """
                        select * from bridge_outbox where parked = true
                        order by next_at desc, id desc limit ?
                        """)
                .param(limit)
                .query((row, _) ->
                        new Parked(waiting(row), row.getString("why"), Times.read(row, "next_at")))
                .list();
    }

    @Override
    public int resend(Instant parkedSince, Instant now) {
        return jdbc.sql(
                        """
                        update bridge_outbox set parked = false, attempts = 0, next_at = ?
                        where parked = true and next_at >= ?
                        """)
                .params(Times.column(now), Times.column(parkedSince))
                .update();
    }

    @Override
    public Depth depth() {
        return jdbc.sql(
                        """
                        select count(case when parked then null else 1 end) as waiting,
                               count(case when parked then 1 else null end) as parked,
                               min(case when parked then null else since end) as oldest
                        from bridge_outbox
                        """)
                .query((row, _) ->
                        new Depth(
                                row.getLong("waiting"),
                                row.getLong("parked"),
                                Times.optional(row, "oldest")))
                .single();
    }

    @Override
    public void presence(PartyId party, boolean reachable, Instant now) {
        int known =
                jdbc.sql("update bridge_presence set reachable = ?, since = ? where party = ?")
                        .params(reachable, Times.column(now), party.toString())
                        .update();
        if (known == 0) {
            jdbc.sql("insert into bridge_presence (reachable, since, party) values (?, ?, ?)")
                    .params(reachable, Times.column(now), party.toString())
                    .update();
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Parcel parcel =
                new Parcel(
                        Parties.read(row, "from_party"),
                        Parties.read(row, "to_party"),
                        row.getString("correlation_id"),
                        new Parcel.Label(
                                new ModuleId(row.getString("module")), row.getString("object")),
                        new Parcel.Letter(
                                HttpMethod.valueOf(row.getString("method")),
                                row.getString("target"),
                                row.getString("body")),
                        Times.optional(row, "until_at"));
        return new Waiting(
                row.getLong("id"), row.getLong("revision"), row.getInt("attempts"), parcel);
    }

    private static String shortened(String why) {
        return why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
    }
}

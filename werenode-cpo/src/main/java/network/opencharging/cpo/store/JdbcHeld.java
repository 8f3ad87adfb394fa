package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.held.Held;
import network.opencharging.cpo.ocpp.held.HeldBook;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stations should hold, in a database. */
public final class JdbcHeld implements HeldBook {
    private static final int LONGEST = 300;
    private static final int NAME = 36;
    private final JdbcClient jdbc;

    public JdbcHeld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Held> of(String station) {
        return jdbc.sql("select * from cpo_held where station = ? order by kind, name")
                .param(station)
                .query((row, _) -> held(row))
                .list();
    }

    @Override
    public Optional<Held> find(Held.Key key) {
        return jdbc.sql("select * from cpo_held where station = ? and kind = ? and name = ?")
                .params(key.station(), key.kind().name(), key.name())
                .query((row, _) -> held(row))
                .optional();
    }

    @Override
    public void put(Held held) {
        jdbc.sql(
                        """
                        merge into cpo_held h
                        using (select cast(? as varchar) as station, cast(? as varchar) as kind,
                            cast(? as varchar) as name, cast(? as text) as there,
                            cast(? as int) as there_version, cast(? as text) as wanted,
                            cast(? as int) as wanted_version, cast(? as varchar) as state,
                            cast(? as varchar) as said,
                            cast(? as timestamp(3) with time zone) as until_at,
                            cast(? as varchar) as transaction,
                            cast(? as timestamp(3) with time zone) as changed_at) n
                        on (h.station = n.station and h.kind = n.kind and h.name = n.name)
                        when matched then update set there = n.there,
                            there_version = n.there_version, wanted = n.wanted,
                            wanted_version = n.wanted_version, state = n.state, said = n.said,
                            until_at = n.until_at, transaction = n.transaction,
                            changed_at = n.changed_at
                        when not matched then insert (station, kind, name, there, there_version,
                            wanted, wanted_version, state, said, until_at, transaction, changed_at)
                            values (n.station, n.kind, n.name, n.there, n.there_version, n.wanted,
                            n.wanted_version, n.state, n.said, n.until_at, n.transaction,
                            n.changed_at)
                        """)
                .param(held.key().station())
                .param(held.key().kind().name())
                .param(held.key().name())
                .param(held.there().map(Held.Content::text).orElse(null))
                .param(held.there().map(Held.Content::version).orElse(0))
                .param(held.wanted().map(Held.Content::text).orElse(null))
                .param(held.wanted().map(Held.Content::version).orElse(0))
                .param(held.standing().state().name())
                .param(Columns.cut(held.standing().said(), LONGEST))
                .param(Columns.moment(held.end().until()))
                .param(held.end().transaction().map(name -> Columns.cut(name, NAME)).orElse(null))
                .param(Columns.moment(held.at()))
                .update();
    }

    @Override
    public boolean remove(Held.Key key) {
        return jdbc.sql("delete from cpo_held where station = ? and kind = ? and name = ?")
                        .params(key.station(), key.kind().name(), key.name())
                        .update()
                > 0;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql(
                        """
                        delete from cpo_held where until_at < ?
                        or (transaction is not null and exists (
                            select 1 from cpo_transaction t
                            where t.station = cpo_held.station
                            and t.name = cpo_held.transaction and t.ended_at < ?))
                        """)
                .params(Columns.moment(before), Columns.moment(before))
                .update();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                new Held.Key(
                        row.getString("station"),
                        Held.Kind.valueOf(row.getString("kind")),
                        row.getString("name")),
                content(row, "there"),
                content(row, "wanted"),
                new Held.Standing(
                        Held.State.valueOf(row.getString("state")), row.getString("said")),
                new Held.End(
                        Columns.maybeMoment(row, "until_at"),
                        Columns.maybeText(row, "transaction")),
                Columns.moment(row, "changed_at"));
    }

    private static Optional<Held.Content> content(ResultSet row, String which) throws SQLException {
        int version = row.getInt(which + "_version");
        return Columns.maybeText(row, which).map(text -> new Held.Content(version, text));
    }
}

package network.opencharging.bridge.store;

import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.webhook.Event;
import network.opencharging.bridge.webhook.Kept;
import network.opencharging.bridge.webhook.Shelf;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Objects and events in a database. */
public final class JdbcShelf implements Shelf {
    private static final String MATCHING =
            " from bridge_object where side = 'OWN' and module = ? and owner = ?"
                    + " and last_updated >= ? and last_updated < ?";
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /** A shelf in this database. */
    public JdbcShelf(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Optional<Kept> find(Kept.Place place) {
        return jdbc.sql(
                        """
                        select * from bridge_object
                        where side = ? and module = ? and owner = ? and id = ?
                        """)
                .params(
                        place.side().name(),
                        place.module().value(),
                        place.owner().toString(),
                        place.id())
                .query((row, _) -> kept(row))
                .optional();
    }

    @Override
    public void keep(Kept kept) {
        transactions.executeWithoutResult(_ -> stored(kept));
    }

    @Override
    public void keep(Kept kept, Event event) {
        transactions.executeWithoutResult(_ -> {
            stored(kept);
            tell(event);
        });
    }

    /**
     * Changed in its place when it is there. Taking a row away and putting it back under the same
     * key in one transaction was seen to leave H2, after a SIGKILL, with an index entry that leads
     * nowhere; the object could then neither be changed nor taken away.
     */
    private void stored(Kept kept) {
        int renewed =
                write(
                        """
                        update bridge_object set body = ?, last_updated = ?
                        where side = ? and module = ? and owner = ? and id = ?
                        """,
                        kept);
        if (renewed == 0) {
            write(
                    """
                    insert into bridge_object (body, last_updated, side, module, owner, id)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    kept);
        }
    }

    private int write(String sql, Kept kept) {
        return jdbc.sql(sql)
                .params(
                        kept.body().text(),
                        Times.column(kept.lastUpdated()),
                        kept.place().side().name(),
                        kept.place().module().value(),
                        kept.place().owner().toString(),
                        kept.place().id())
                .update();
    }

    @Override
    public boolean remove(Kept.Place place) {
        return jdbc.sql(
                                """
                                delete from bridge_object
                                where side = ? and module = ? and owner = ? and id = ?
                                """)
                        .params(
                                place.side().name(),
                                place.module().value(),
                                place.owner().toString(),
                                place.id())
                        .update()
                > 0;
    }

    @Override
    public Page<Kept> page(ModuleId module, PartyId owner, PageRequest wanted) {
        Object[] range = {
            module.value(),
            owner.toString(),
            Times.column(wanted.dateFrom().orElse(FIRST)),
            Times.column(wanted.dateTo().orElse(LAST))
        };
        int total =
                jdbc.sql("select count(*)" + MATCHING).params(range).query(Integer.class).single();
        List<Kept> items =
                jdbc.sql("select *" + MATCHING + " order by last_updated, id limit ? offset ?")
                        .params(range)
                        .param(wanted.limit())
                        .param(wanted.offset())
                        .query((row, _) -> kept(row))
                        .list();
        return new Page<>(items, total);
    }

    @Override
    public void tell(Event event) {
        jdbc.sql("insert into bridge_event (kind, body, at) values (?, ?, ?)")
                .params(event.kind(), event.body().text(), Times.column(event.at()))
                .update();
    }

    @Override
    public List<Event.Numbered> events(int limit) {
        return jdbc.sql("select * from bridge_event order by seq limit ?")
                .param(limit)
                .query((row, _) ->
                        new Event.Numbered(
                                row.getLong("seq"),
                                new Event(
                                        row.getString("kind"), object(row), Times.read(row, "at"))))
                .list();
    }

    @Override
    public boolean acknowledge(long seq) {
        return jdbc.sql("delete from bridge_event where seq = ?").param(seq).update() > 0;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Kept.Place(
                        Kept.Side.valueOf(row.getString("side")),
                        new ModuleId(row.getString("module")),
                        Parties.read(row, "owner"),
                        row.getString("id")),
                object(row),
                Times.read(row, "last_updated"));
    }

    private static Json.Obj object(ResultSet row) throws SQLException {
        return (Json.Obj) JsonReader.standard().read(row.getString("body")).orThrow();
    }
}

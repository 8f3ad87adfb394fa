package network.opencharging.bridge.store;

import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.deliver.Together;
import network.opencharging.bridge.webhook.Event;
import network.opencharging.bridge.webhook.Kept;
import network.opencharging.bridge.webhook.Shelf;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Objects and events in a database. */
public final class JdbcShelf implements Shelf {
    private static final String MATCHING =
            " from bridge_object where side = 'OWN' and module = ? and owner = ?"
                    + " and last_updated >= ? and last_updated < ?";
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private static final String TELL = "insert into bridge_event (kind, body, at) values (?, ?, ?)";

    private final JdbcOperations jdbc;
    private final JdbcClient client;
    private final TransactionOperations transactions;
    private final Together<Keeping> together;

    /**
     * A shelf in this database.
     *
     * @param threads where objects of many are written in one go
     */
    public JdbcShelf(JdbcOperations jdbc, TransactionOperations transactions, Executor threads) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.together = new Together<>(this::write, threads);
    }

    @Override
    public Optional<Kept> find(Kept.Place place) {
        return client.sql(
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
        together.write(new Keeping(kept, Optional.empty()));
    }

    @Override
    public void keep(Kept kept, Event event) {
        together.write(new Keeping(kept, Optional.of(event)));
    }

    private record Keeping(Kept kept, Optional<Event> event) {}

    private void write(List<Keeping> many) {
        // One place has one object: of several the last one counts.
        Map<Kept.Place, Kept> newest = new LinkedHashMap<>();
        many.forEach(one -> newest.put(one.kept().place(), one.kept()));
        List<Object[]> events =
                many.stream().flatMap(one -> one.event().stream()).map(JdbcShelf::row).toList();
        transactions.executeWithoutResult(_ -> {
            stored(newest.values());
            if (!events.isEmpty()) {
                jdbc.batchUpdate(TELL, events);
            }
        });
    }

    /**
     * Changed in its place when it is there. Taking a row away and putting it back under the same
     * key in one transaction was seen to leave H2, after a SIGKILL, with an index entry that leads
     * nowhere; the object could then neither be changed nor taken away.
     */
    private void stored(Collection<Kept> kept) {
        int[] renewed =
                jdbc.batchUpdate(
                        """
                        update bridge_object set body = ?, last_updated = ?
                        where side = ? and module = ? and owner = ? and id = ?
                        """,
                        kept.stream().map(JdbcShelf::row).toList());
        List<Object[]> fresh = new ArrayList<>();
        int at = 0;
        for (Kept one : kept) {
            if (renewed[at++] == 0) {
                fresh.add(row(one));
            }
        }
        if (!fresh.isEmpty()) {
            jdbc.batchUpdate(
                    """
                    insert into bridge_object (body, last_updated, side, module, owner, id)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    fresh);
        }
    }

    private static Object[] row(Kept kept) {
        return new Object[] {
            kept.body().text(),
            Times.column(kept.lastUpdated()),
            kept.place().side().name(),
            kept.place().module().value(),
            kept.place().owner().toString(),
            kept.place().id()
        };
    }

    private static Object[] row(Event event) {
        return new Object[] {event.kind(), event.body().text(), Times.column(event.at())};
    }

    @Override
    public boolean remove(Kept.Place place) {
        return client.sql(
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
                client.sql("select count(*)" + MATCHING)
                        .params(range)
                        .query(Integer.class)
                        .single();
        List<Kept> items =
                client.sql("select *" + MATCHING + " order by last_updated, id limit ? offset ?")
                        .params(range)
                        .param(wanted.limit())
                        .param(wanted.offset())
                        .query((row, _) -> kept(row))
                        .list();
        return new Page<>(items, total);
    }

    @Override
    public void tell(Event event) {
        jdbc.update(TELL, row(event));
    }

    @Override
    public List<Event.Numbered> events(int limit) {
        return client.sql("select * from bridge_event order by seq limit ?")
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
        return client.sql("delete from bridge_event where seq = ?").param(seq).update() > 0;
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

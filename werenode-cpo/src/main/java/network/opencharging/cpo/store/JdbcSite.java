package network.opencharging.cpo.store;

import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.SiteBook;
import network.opencharging.cpo.site.TariffSheet;
import network.opencharging.cpo.unit.EvseRef;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Locations, tariffs and how EVSEs are, in a database. */
public final class JdbcSite implements SiteBook {
    /** For what the bell rings: a location or a tariff is other now. */
    public static final String WORD = "site";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Bell bell;
    private final Clock clock;
    private final JsonMapper json = Shapes.mapper();
    private final EffectRows effects;

    /**
     * @param bell tells other processes that something is other now
     */
    public JdbcSite(JdbcTemplate jdbc, TransactionOperations transactions, Bell bell, Clock clock) {
        this.bell = bell;
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.clock = clock;
        this.effects = new EffectRows(this.jdbc, json);
    }

    @Override
    public List<Location> locations() {
        return jdbc.sql("select content from cpo_location where removed = false order by id")
                .query((row, _) -> json.readValue(row.getString("content"), Location.class))
                .list();
    }

    @Override
    public Optional<Location> location(String id) {
        return find(id, false);
    }

    private Optional<Location> find(String id, boolean removed) {
        return jdbc.sql("select content from cpo_location where id = ? and removed = ?")
                .params(id, removed)
                .query((row, _) -> json.readValue(row.getString("content"), Location.class))
                .optional();
    }

    @Override
    public void put(Location location) {
        write(location, false);
    }

    @Override
    public void removeLocation(Location location) {
        write(location, true);
    }

    private void write(Location location, boolean removed) {
        together(() -> {
            jdbc.sql(
                            """
                            merge into cpo_location l
                            using (select cast(? as varchar(36)) as id, cast(? as text) as content,
                                cast(? as boolean) as removed,
                                cast(? as timestamp(3) with time zone) as updated_at) n
                            on (l.id = n.id)
                            when matched then update set content = n.content, removed = n.removed,
                                updated_at = n.updated_at
                            when not matched then insert (id, content, removed, updated_at)
                                values (n.id, n.content, n.removed, n.updated_at)
                            """)
                    .param(location.id())
                    .param(json.writeValueAsString(location))
                    .param(removed)
                    .param(Columns.moment(location.updated()))
                    .update();
            tell(List.of(new Effect.TellLocation(location.id())));
        });
    }

    private void together(Runnable work) {
        silently(work);
        bell.ring(WORD, "");
    }

    private void silently(Runnable work) {
        EffectRows.contested(() ->
                transactions.execute(_ -> {
                    work.run();
                    return true;
                }));
    }

    private void tell(List<Effect> wanted) {
        effects.add(wanted, clock.instant());
    }

    @Override
    public Optional<Location> removedLocation(String id) {
        return find(id, true);
    }

    @Override
    public List<TariffSheet> tariffs() {
        return jdbc.sql("select content from cpo_tariff where removed = false order by id")
                .query((row, _) -> TariffSheet.read(row.getString("content")))
                .list();
    }

    @Override
    public Optional<TariffSheet> tariff(String id) {
        return jdbc.sql("select content from cpo_tariff where id = ? and removed = false")
                .param(id)
                .query((row, _) -> TariffSheet.read(row.getString("content")))
                .optional();
    }

    @Override
    public void put(TariffSheet sheet) {
        String id = sheet.tariff().key().id();
        together(() -> {
            jdbc.sql(
                            """
                            merge into cpo_tariff t
                            using (select cast(? as varchar(36)) as id, cast(? as text) as content) n
                            on (t.id = n.id)
                            when matched then update set content = n.content, removed = false
                            when not matched then insert (id, content, removed)
                                values (n.id, n.content, false)
                            """)
                    .params(id, sheet.text())
                    .update();
            tell(List.of(new Effect.TellTariff(id)));
        });
    }

    @Override
    public void removeTariff(String id) {
        together(() -> {
            jdbc.sql("update cpo_tariff set removed = true where id = ?").param(id).update();
            tell(List.of(new Effect.TellTariff(id)));
        });
    }

    @Override
    public List<EvseStatus> statuses() {
        return jdbc.sql("select * from cpo_evse_status order by location, evse")
                .query((row, _) -> status(row))
                .list();
    }

    @Override
    public Optional<EvseStatus> status(EvseRef evse) {
        return jdbc.sql("select * from cpo_evse_status where location = ? and evse = ?")
                .params(evse.location(), evse.uid())
                .query((row, _) -> status(row))
                .optional();
    }

    private static EvseStatus status(ResultSet row) throws SQLException {
        return new EvseStatus(
                new EvseRef(row.getString("location"), row.getString("evse")),
                EvseStatus.Word.valueOf(row.getString("word")),
                Columns.moment(row, "since"));
    }

    @Override
    public void put(EvseStatus status) {
        silently(() -> {
            jdbc.sql(
                            """
                            merge into cpo_evse_status s
                            using (select cast(? as varchar(36)) as location,
                                cast(? as varchar(36)) as evse, cast(? as varchar(12)) as word,
                                cast(? as timestamp(3) with time zone) as since) n
                            on (s.location = n.location and s.evse = n.evse)
                            when matched then update set word = n.word, since = n.since
                            when not matched then insert (location, evse, word, since)
                                values (n.location, n.evse, n.word, n.since)
                            """)
                    .param(status.evse().location())
                    .param(status.evse().uid())
                    .param(status.word().name())
                    .param(Columns.moment(status.since()))
                    .update();
            tell(List.of(new Effect.TellEvse(status.evse())));
        });
    }

    @Override
    public void tellAll(List<EvseRef> evses) {
        together(() -> {
            locations().forEach(one -> tell(List.of(new Effect.TellLocation(one.id()))));
            tariffs().forEach(one -> tell(List.of(new Effect.TellTariff(one.tariff().key().id()))));
            evses.forEach(one -> tell(List.of(new Effect.TellEvse(one))));
        });
    }
}

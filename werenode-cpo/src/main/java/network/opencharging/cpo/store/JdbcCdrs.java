package network.opencharging.cpo.store;

import network.opencharging.cpo.cdr.Cdr;
import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.cdr.KeptCdr;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.site.TariffSheet;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CDRs in a database. */
public final class JdbcCdrs implements CdrBook {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final JsonMapper json = Shapes.mapper();
    private final EffectRows effects;

    public JdbcCdrs(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.clock = clock;
        this.effects = new EffectRows(this.jdbc, json);
    }

    @Override
    public boolean add(KeptCdr kept, List<Effect> wanted) {
        Cdr cdr = kept.cdr();
        try {
            transactions.executeWithoutResult(_ -> {
                jdbc.sql(
                                """
                                insert into cpo_cdr (id, session, credit_of, emsp, written_at,
                                    content, tariff, location)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .param(cdr.key().id())
                        .param(cdr.session().sessionId().orElse(""))
                        .param(cdr.creditOf().orElse(null))
                        .param(cdr.session().token().emsp().toString())
                        .param(Columns.moment(cdr.written()))
                        .param(json.writeValueAsString(cdr))
                        .param(kept.tariff().text())
                        .param(cdr.session().location().id())
                        .update();
                effects.add(wanted, clock.instant());
            });
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public Optional<KeptCdr> find(String id) {
        return one("select * from cpo_cdr where id = ?", id);
    }

    @Override
    public Optional<KeptCdr> creditOf(String id) {
        return one("select * from cpo_cdr where credit_of = ?", id);
    }

    private Optional<KeptCdr> one(String sql, String id) {
        return jdbc.sql(sql).param(id).query((row, _) -> kept(row)).optional();
    }

    @Override
    public List<KeptCdr> list(Wish wish) {
        List<Object> values = new ArrayList<>();
        String where = where(wish, values);
        values.add(wish.limit());
        values.add(wish.offset());
        return jdbc.sql(
                        "select * from cpo_cdr where %s order by written_at desc, id limit ? offset ?"
                                .formatted(where))
                .params(values)
                .query((row, _) -> kept(row))
                .list();
    }

    @Override
    public long count(Wish wish) {
        List<Object> values = new ArrayList<>();
        String where = where(wish, values);
        return jdbc.sql("select count(*) from cpo_cdr where " + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    private static String where(Wish wish, List<Object> values) {
        StringBuilder where = new StringBuilder("1 = 1");
        wish.emsp().ifPresent(emsp -> and(where, values, "emsp = ?", emsp));
        wish.from().ifPresent(at -> and(where, values, "written_at >= ?", Columns.moment(at)));
        wish.until().ifPresent(at -> and(where, values, "written_at < ?", Columns.moment(at)));
        wish.locations().ifPresent(ids -> Columns.among(where, values, "location", ids));
        return where.toString();
    }

    private static void and(StringBuilder where, List<Object> values, String text, Object value) {
        where.append(" and ").append(text);
        values.add(value);
    }

    private KeptCdr kept(ResultSet row) throws SQLException {
        TariffSheet sheet = TariffSheet.read(row.getString("tariff"));
        Cdr cdr =
                json.readerFor(Cdr.class)
                        .withAttribute(Shapes.TARIFF, sheet.tariff())
                        .readValue(row.getString("content"));
        return new KeptCdr(cdr, sheet);
    }
}

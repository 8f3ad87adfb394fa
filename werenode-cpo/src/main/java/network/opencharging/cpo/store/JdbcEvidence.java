package network.opencharging.cpo.store;

import network.opencharging.bridge.metering.Finding;
import network.opencharging.bridge.metering.Verdict;
import network.opencharging.cpo.ocpp.evidence.EvidenceBook;
import network.opencharging.cpo.ocpp.message.EvseKey;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Signed documents in a database. */
public final class JdbcEvidence implements EvidenceBook {
    private static final int LONGEST = 1_000_000;
    private final JdbcClient jdbc;

    public JdbcEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Evidence evidence) {
        jdbc.sql(
                        """
                        insert into cpo_evidence
                            (station, evse, transaction, at, content, series, finding, why)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(evidence.key().station())
                .param(evidence.key().evse())
                .param(evidence.transaction().map(name -> Columns.cut(name, 36)).orElse(null))
                .param(Columns.moment(evidence.at()))
                .param(Columns.cut(evidence.text(), LONGEST))
                .param(evidence.series())
                .param(evidence.verdict().finding().name())
                .param(Columns.cut(evidence.verdict().why(), 500))
                .update();
    }

    @Override
    public void judge(long number, Verdict verdict) {
        jdbc.sql("update cpo_evidence set finding = ?, why = ? where id = ?")
                .params(verdict.finding().name(), Columns.cut(verdict.why(), 500), number)
                .update();
    }

    @Override
    public List<Kept> of(String station, String transaction) {
        return jdbc.sql(
                        """
                        select * from cpo_evidence where station = ? and transaction = ?
                        order by id
                        """)
                .params(station, transaction)
                .query((row, _) -> kept(row))
                .list();
    }

    @Override
    public List<Kept> latest(String station, int limit) {
        return jdbc.sql("select * from cpo_evidence where station = ? order by id desc limit ?")
                .params(station, limit)
                .query((row, _) -> kept(row))
                .list();
    }

    @Override
    public Optional<String> believed(String series, long before) {
        return jdbc.sql(
                        """
                        select content from cpo_evidence
                        where series = ? and id < ? and finding in ('VALID', 'VALID_GAP')
                        order by id desc limit 1
                        """)
                .params(series, before)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Kept> ofUnknownKeys(int limit) {
        return jdbc.sql("select * from cpo_evidence where finding = ? order by id limit ?")
                .params(Finding.UNKNOWN_KEY.name(), limit)
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                new Evidence(
                        new EvseKey(row.getString("station"), row.getInt("evse"), 0),
                        Columns.maybeText(row, "transaction"),
                        Columns.moment(row, "at"),
                        row.getString("content"),
                        row.getString("series"),
                        new Verdict(
                                Finding.valueOf(row.getString("finding")), row.getString("why"))));
    }
}

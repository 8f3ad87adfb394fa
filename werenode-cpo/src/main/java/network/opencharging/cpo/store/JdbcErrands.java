package network.opencharging.cpo.store;

import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.process.Errand;
import network.opencharging.cpo.process.ErrandBook;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Errands in a database. */
public final class JdbcErrands implements ErrandBook {
    /** The word with which the bell is rung. */
    public static final String WORD = "errand";

    private final JdbcClient jdbc;
    private final Bell bell;
    private final Clock clock;

    public JdbcErrands(JdbcClient jdbc, Bell bell, Clock clock) {
        this.jdbc = jdbc;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void ask(Errand errand) {
        jdbc.sql(
                        """
                        insert into cpo_errand
                            (id, asked_by, asked_of, kind, subject, content, asked_at, taken)
                        values (?, ?, ?, ?, ?, ?, ?, false)
                        """)
                .params(
                        errand.id(),
                        errand.by(),
                        errand.of(),
                        errand.kind(),
                        errand.subject(),
                        errand.content(),
                        Columns.moment(clock.instant()))
                .update();
        bell.ring(WORD, errand.of());
    }

    @Override
    public List<Errand> take(String process) {
        List<Errand> open =
                jdbc.sql(
                                """
                                select * from cpo_errand where asked_of = ? and taken = false
                                order by asked_at
                                """)
                        .param(process)
                        .query((row, _) -> errand(row))
                        .list();
        List<Errand> taken = new ArrayList<>(open);
        // Whoever asked may have given up in this moment.
        taken.removeIf(errand -> !mark(errand.id()));
        return taken;
    }

    private boolean mark(String id) {
        return jdbc.sql("update cpo_errand set taken = true where id = ? and taken = false")
                        .param(id)
                        .update()
                > 0;
    }

    @Override
    public boolean withdraw(String id) {
        return mark(id);
    }

    @Override
    public void end(Errand errand, String outcome) {
        jdbc.sql("update cpo_errand set outcome = ? where id = ?")
                .params(Columns.cut(outcome, 2_000_000), errand.id())
                .update();
        bell.ring(WORD, errand.by());
    }

    @Override
    public Map<String, String> outcomes(Set<String> ids) {
        Map<String, String> outcomes = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            "select id, outcome from cpo_errand where id in (:ids) and outcome is"
                                    + " not null")
                    .param("ids", ids)
                    .query((row, _) -> outcomes.put(row.getString("id"), row.getString("outcome")))
                    .list();
        }
        return outcomes;
    }

    @Override
    public Optional<String> askedOf(String id) {
        return jdbc.sql("select asked_of from cpo_errand where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("delete from cpo_errand where asked_at < ?")
                .param(Columns.moment(before))
                .update();
    }

    private static Errand errand(ResultSet row) throws SQLException {
        return new Errand(
                row.getString("id"),
                row.getString("asked_by"),
                row.getString("asked_of"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("content"));
    }
}

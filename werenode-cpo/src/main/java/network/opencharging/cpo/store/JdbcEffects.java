package network.opencharging.cpo.store;

import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.Side;
import network.opencharging.cpo.outbox.EffectBook;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Effects in a database. */
public final class JdbcEffects implements EffectBook {
    private static final int LONGEST = 500;
    private final JdbcClient jdbc;
    private final JsonMapper json = Shapes.mapper();

    public JdbcEffects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Due> due(Side side, Instant now, int limit) {
        // Within a lane the first one counts: what waits holds up what came after it.
        return jdbc.sql(
                        """
                        select * from cpo_effect e
                        where given_up = false and due_at <= ?
                        and (lane like ? or lane like ?) = ? and not exists (
                            select 1 from cpo_effect f
                            where f.lane = e.lane and f.number < e.number and f.given_up = false)
                        order by number limit ?
                        """)
                .params(
                        Columns.moment(now),
                        Effect.PARTNERS.getFirst() + "%",
                        Effect.PARTNERS.getLast() + "%",
                        side == Side.PARTNERS,
                        limit)
                .query((row, _) -> due(row))
                .list();
    }

    @Override
    public boolean isThere(Due due) {
        return jdbc.sql(
                                """
                                select count(*) from cpo_effect
                                where purpose = ? and generation = ? and attempts = ?
                                    and given_up = false
                                """)
                        .params(due.effect().purpose(), due.generation(), due.attempts())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void tries(Due due) {
        jdbc.sql("update cpo_effect set attempts = attempts + 1 where purpose = ?")
                .param(due.effect().purpose())
                .update();
    }

    @Override
    public void done(Due due) {
        int gone =
                jdbc.sql("delete from cpo_effect where purpose = ? and generation = ?")
                        .params(due.effect().purpose(), due.generation())
                        .update();
        if (gone == 0) {
            jdbc.sql("update cpo_effect set attempts = 0, trouble = null where purpose = ?")
                    .param(due.effect().purpose())
                    .update();
        }
    }

    @Override
    public void later(Due due, Instant when, String trouble) {
        jdbc.sql(
                        """
                        update cpo_effect set attempts = ?, due_at = ?, trouble = ?
                        where purpose = ?
                        """)
                .params(
                        due.attempts() + 1,
                        Columns.moment(when),
                        Columns.cut(trouble, LONGEST),
                        due.effect().purpose())
                .update();
    }

    @Override
    public void giveUp(Due due, String trouble) {
        jdbc.sql(
                        """
                        update cpo_effect set attempts = ?, given_up = true, trouble = ?
                        where purpose = ? and generation = ?
                        """)
                .params(
                        due.attempts() + 1,
                        Columns.cut(trouble, LONGEST),
                        due.effect().purpose(),
                        due.generation())
                .update();
    }

    @Override
    public List<Due> troubled(int limit) {
        return jdbc.sql(
                        "select * from cpo_effect where given_up = true or trouble is not null"
                                + " order by number limit ?")
                .param(limit)
                .query((row, _) -> due(row))
                .list();
    }

    @Override
    public boolean again(String purpose, Instant now) {
        return jdbc.sql(
                                """
                                update cpo_effect set given_up = false, attempts = 0, due_at = ?,
                                    stored_at = ?
                                where purpose = ?
                                """)
                        .params(Columns.moment(now), Columns.moment(now), purpose)
                        .update()
                > 0;
    }

    private Due due(ResultSet row) throws SQLException {
        return new Due(
                json.readValue(row.getString("content"), Effect.class),
                row.getLong("generation"),
                row.getInt("attempts"),
                Columns.moment(row, "stored_at"),
                Columns.moment(row, "due_at"),
                row.getBoolean("given_up"),
                Columns.maybeText(row, "trouble").orElse(""));
    }
}

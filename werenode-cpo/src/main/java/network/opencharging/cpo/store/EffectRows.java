package network.opencharging.cpo.store;

import network.opencharging.cpo.effect.Effect;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;

/** Writes effects down in whichever transaction decides them. */
final class EffectRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EffectRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is there already is wanted once more. */
    void add(List<Effect> effects, Instant now) {
        effects.forEach(effect -> add(effect, now));
    }

    private void add(Effect effect, Instant now) {
        int there =
                jdbc.sql(
                                """
                                update cpo_effect set generation = generation + 1, content = ?,
                                    given_up = false, due_at = ?
                                where purpose = ?
                                """)
                        .params(text(effect), Columns.moment(now), effect.purpose())
                        .update();
        if (there == 0) {
            jdbc.sql(
                            """
                            insert into cpo_effect (purpose, lane, content, generation, attempts,
                                stored_at, due_at, given_up)
                            values (?, ?, ?, 1, 0, ?, ?, false)
                            """)
                    .params(
                            effect.purpose(),
                            effect.lane(),
                            text(effect),
                            Columns.moment(now),
                            Columns.moment(now))
                    .update();
        }
    }

    private String text(Effect effect) {
        return json.writerFor(Effect.class).writeValueAsString(effect);
    }
}

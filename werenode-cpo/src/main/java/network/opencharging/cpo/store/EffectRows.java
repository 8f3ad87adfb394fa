package network.opencharging.cpo.store;

import network.opencharging.cpo.effect.Effect;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Writes effects down in whichever transaction decides them. */
final class EffectRows {
    private static final Logger LOG = LoggerFactory.getLogger(EffectRows.class);
    private static final int ATTEMPTS = 4;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EffectRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Carries out a transaction that wants effects. Two that want the same one for the first time
     * at the same moment, such as two sessions of a location that share its power, both find that
     * it is not there: the later one fails, and begins anew.
     */
    static <T> T contested(Supplier<T> transaction) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return transaction.get();
            } catch (DuplicateKeyException e) {
                LOG.debug("two wanted the same at once, attempt {}", attempt);
            }
        }
        return transaction.get();
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

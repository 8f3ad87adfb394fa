package network.opencharging.bridge.store;

import network.opencharging.bridge.deliver.CursorStore;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Cursors in a database. */
public final class JdbcCursors implements CursorStore {
    private final JdbcClient jdbc;

    /** Cursors in this database. */
    public JdbcCursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> cursor(String list) {
        return jdbc.sql("select newest from bridge_cursor where list = ?")
                .param(list)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void advance(String list, Instant newest) {
        int known =
                jdbc.sql("update bridge_cursor set newest = ? where list = ?")
                        .params(Times.column(newest), list)
                        .update();
        if (known == 0) {
            jdbc.sql("insert into bridge_cursor (newest, list) values (?, ?)")
                    .params(Times.column(newest), list)
                    .update();
        }
    }
}

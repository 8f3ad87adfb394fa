package network.opencharging.node.store;

import network.opencharging.node.replica.Leases;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;

/** Leases in a relational database, by the database's clock: processes need not agree on theirs. */
public final class JdbcLeases implements Leases {
    private static final String UNTIL =
            "current_timestamp + interval '1' second * cast(? as integer)";

    private final JdbcClient jdbc;

    /** Leases in this database. */
    public JdbcLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hold(String name, String holder, Duration lasts) {
        int seconds = Math.toIntExact(lasts.toSeconds());
        int held =
                jdbc.sql(
                                "update lease set holder = ?, until_at = "
                                        + UNTIL
                                        + " where name = ?"
                                        + " and (holder = ? or until_at < current_timestamp)")
                        .param(holder)
                        .param(seconds)
                        .param(name)
                        .param(holder)
                        .update();
        return held == 1 || begin(name, holder, seconds);
    }

    private boolean begin(String name, String holder, int seconds) {
        if (exists(name)) {
            return false;
        }
        try {
            jdbc.sql("insert into lease (name, holder, until_at) values (?, ?, " + UNTIL + ")")
                    .param(name)
                    .param(holder)
                    .param(seconds)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            // Another process began in the same moment.
            return false;
        }
    }

    private boolean exists(String name) {
        return jdbc.sql("select count(*) from lease where name = ?")
                        .param(name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void giveBack(String holder) {
        jdbc.sql("delete from lease where holder = ?").param(holder).update();
    }

    @Override
    public int count(String beginning) {
        return jdbc.sql(
                        "select count(*) from lease where name like ? and until_at >="
                                + " current_timestamp")
                .param(beginning + "%")
                .query(Integer.class)
                .single();
    }
}

package network.opencharging.cpo.store;

import network.opencharging.cpo.process.Leases;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Leases in a database, by its clock: processes need not agree on theirs. */
public final class JdbcLeases implements Leases {
    private static final String UNTIL =
            "current_timestamp + interval '1' second * cast(? as double precision)";

    private static final double MILLIS = 1000;

    private final JdbcClient jdbc;

    public JdbcLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hold(String name, String process, Duration lasts) {
        double seconds = lasts.toMillis() / MILLIS;
        int held =
                jdbc.sql(
                                "update cpo_lease set process = ?, until_at = "
                                        + UNTIL
                                        + " where name = ? and (process = ? or until_at <"
                                        + " current_timestamp)")
                        .params(process, seconds, name, process)
                        .update();
        return held == 1 || begin(name, process, seconds);
    }

    private boolean begin(String name, String process, double seconds) {
        if (holder(name).isPresent()) {
            return false;
        }
        try {
            jdbc.sql("insert into cpo_lease (name, process, until_at) values (?, ?, " + UNTIL + ")")
                    .params(name, process, seconds)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            // Another process began in the same moment.
            return false;
        }
    }

    @Override
    public Optional<String> holder(String name) {
        return jdbc.sql(
                        "select process from cpo_lease where name = ? and until_at >="
                                + " current_timestamp")
                .param(name)
                .query(String.class)
                .optional();
    }

    @Override
    public Set<String> holders(String beginning) {
        return jdbc.sql(
                        "select process from cpo_lease where name like ? and until_at >="
                                + " current_timestamp")
                .param(beginning + "%")
                .query((row, _) -> row.getString(1))
                .set();
    }

    @Override
    public void giveBack(String process) {
        jdbc.sql("delete from cpo_lease where process = ?").param(process).update();
    }
}

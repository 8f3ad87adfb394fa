package network.opencharging.benchmarks;

import network.opencharging.benchmarks.stations.Account;
import network.opencharging.benchmarks.stations.Account.Span;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.sql.DataSource;

/** What the database holds of what stations have said. */
final class Kept {
    private static final String METERS =
            """
            select station, count(distinct content) from cpo_meter_value
            where measurand = 'Energy.Active.Import.Register' group by station
            """;
    private static final String TWICE =
            """
            select count(*) - count(distinct (station, content)) from cpo_meter_value
            where measurand = 'Energy.Active.Import.Register'
            """;
    private static final String BEGUN =
            "select station, count(*) from cpo_transaction where number > 0 group by station";
    private static final String ENDED =
            """
            select station, count(*) from cpo_transaction
            where number > 0 and ended_at is not null group by station
            """;
    private static final String STATES =
            "select station, max(at) from cpo_connector group by station";

    private final DataSource source;

    Kept(DataSource source) {
        this.source = source;
    }

    /**
     * What was found.
     *
     * @param meters kept meter values, and so on
     * @param messages in the log, of both directions
     * @param wrong what is missing or there too often, in words; empty when nothing is
     */
    record Found(long meters, long begun, long ended, long messages, List<String> wrong) {}

    /** Holds everything against what was acknowledged. */
    Found check(List<Account> accounts) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> wrong = new ArrayList<>();
            long meters = held(statement, METERS, accounts, Account::meters, "meter values", wrong);
            long begun = held(statement, BEGUN, accounts, Account::begun, "transactions", wrong);
            long ended = held(statement, ENDED, accounts, Account::ended, "ends", wrong);
            states(statement, accounts, wrong);
            none(statement, TWICE, "meter values are there twice", wrong);
            none(statement, "select count(*) from cpo_orphan", "ends without a beginning", wrong);
            long messages = number(statement, "select count(*) from cpo_message");
            return new Found(meters, begun, ended, messages, List.copyOf(wrong));
        }
    }

    private static long held(
            Statement statement,
            String sql,
            List<Account> accounts,
            Function<Account, Span> span,
            String what,
            List<String> wrong)
            throws SQLException {
        Map<String, Long> found = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
        }
        for (Account account : accounts) {
            long here = found.getOrDefault(account.station(), 0L);
            if (!span.apply(account).holds(here)) {
                wrong.add(
                        "%s of %s: %d of %s"
                                .formatted(what, account.station(), here, span.apply(account)));
            }
        }
        return found.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void states(Statement statement, List<Account> accounts, List<String> wrong)
            throws SQLException {
        Map<String, Instant> found = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(STATES)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        for (Account account : accounts) {
            Instant here = found.getOrDefault(account.station(), Instant.EPOCH);
            if (here.isBefore(account.status())) {
                wrong.add(
                        "state of %s: of %s, not of %s"
                                .formatted(account.station(), here, account.status()));
            }
        }
    }

    private static void none(Statement statement, String sql, String what, List<String> wrong)
            throws SQLException {
        long number = number(statement, sql);
        if (number != 0) {
            wrong.add(number + " " + what);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

package network.opencharging.cpo.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Many rows in one statement: each column is one array of texts, so that the database reads and
 * plans the statement once and not once a row. Numbers, moments and the like are cast in it.
 */
final class Rows {
    private final List<String> columns;

    private Rows(List<String> columns) {
        this.columns = columns;
    }

    /** Rows of these columns. */
    static Rows of(String... columns) {
        return new Rows(List.of(columns));
    }

    /** What a statement selects from: a table {@code n} of these columns, all of them texts. */
    String table() {
        return columns.stream()
                .map(_ -> "cast(? as varchar array)")
                .collect(
                        Collectors.joining(
                                ", ", "unnest(", ") as n(" + String.join(", ", columns) + ")"));
    }

    /**
     * Runs a statement that selects from {@link #table} once.
     *
     * @param rows each with a value for every column, written as the database reads it
     */
    void run(JdbcOperations jdbc, String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.update(sql, statement -> fill(statement, rows));
        }
    }

    /**
     * What a query tells that selects from {@link #table} once.
     *
     * @param rows each with a value for every column, written as the database reads it
     */
    <T> List<T> query(
            JdbcOperations jdbc, String sql, List<@Nullable Object[]> rows, RowMapper<T> mapper) {
        return rows.isEmpty()
                ? List.of()
                : jdbc.query(sql, statement -> fill(statement, rows), mapper);
    }

    private void fill(PreparedStatement statement, List<@Nullable Object[]> rows)
            throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            Object[] values = rows.stream().map(row -> text(row[column])).toArray();
            statement.setArray(
                    i + 1,
                    connection.createArrayOf(
                            "varchar", Arrays.copyOf(values, values.length, String[].class)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

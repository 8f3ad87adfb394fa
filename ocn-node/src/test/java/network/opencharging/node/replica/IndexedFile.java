package network.opencharging.node.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The file database of a node that is not running: whether its indexes and rows agree. */
final class IndexedFile {
    private IndexedFile() {}

    /** What was acknowledged is there, and each index of each table has the rows of the table. */
    static void check(Path file, Set<String> platforms) {
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:async:" + file + ";IFEXISTS=TRUE", "sa", "")) {
            Map<String, List<String>> indexes = indexes(connection);
            assertThat(indexes).as("indexes of the node").hasSizeGreaterThan(5);
            for (Map.Entry<String, List<String>> index : indexes.entrySet()) {
                compare(connection, index.getKey(), index.getValue());
            }
            assertThat(rows(connection, "select id from platform")).containsAll(platforms);
        } catch (SQLException e) {
            throw new AssertionError("the file cannot be opened or read", e);
        }
    }

    private static void compare(Connection connection, String name, List<String> columns)
            throws SQLException {
        String table = columns.getFirst();
        String keys = String.join(", ", columns.subList(1, columns.size()));
        List<String> byTable =
                rows(connection, "select %s from %s use index ()".formatted(keys, table));
        List<String> byIndex =
                rows(
                        connection,
                        "select %s from %s use index (%s) order by %s"
                                .formatted(keys, table, name, keys));
        assertThat(disagreement(byTable, byIndex))
                .as("rows of %s and of its index %s", table, name)
                .isEmpty();
    }

    /** A row that only one of the two has. */
    static Optional<String> disagreement(Collection<String> rows, Collection<String> indexed) {
        Set<String> onlyHere = new TreeSet<>(rows);
        onlyHere.removeAll(Set.copyOf(indexed));
        Set<String> onlyThere = new TreeSet<>(indexed);
        onlyThere.removeAll(Set.copyOf(rows));
        onlyHere.addAll(onlyThere);
        if (onlyHere.isEmpty() && rows.size() != indexed.size()) {
            return Optional.of(rows.size() + " rows, " + indexed.size() + " in the index");
        }
        return onlyHere.stream().findFirst();
    }

    /** By the name of the index: its table, then its columns. */
    private static Map<String, List<String>> indexes(Connection connection) throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select index_name, table_name, column_name
                                from information_schema.index_columns
                                where table_schema = 'PUBLIC'
                                order by index_name, ordinal_position
                                """)) {
            while (rows.next()) {
                indexes.computeIfAbsent(
                                quoted(rows.getString(1)),
                                _ -> new ArrayList<>(List.of(quoted(tableOf(rows)))))
                        .add(quoted(rows.getString(3)));
            }
        }
        return indexes;
    }

    private static String tableOf(ResultSet rows) {
        try {
            return rows.getString(2);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                found.add(columns == 1 ? values.getFirst() : values.toString());
            }
        }
        return found;
    }
}

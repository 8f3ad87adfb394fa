package network.opencharging.cpo.store;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values as columns, and back. */
final class Columns {
    private Columns() {}

    static OffsetDateTime moment(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime moment(Optional<Instant> time) {
        return time.map(Columns::moment).orElse(null);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> maybeMoment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    static Optional<String> maybeText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Long> maybeNumber(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** A column must be one of these; none of them: no row fits. */
    static void among(
            StringBuilder where, List<Object> values, String column, Collection<String> wanted) {
        where.append(" and ")
                .append(
                        wanted.isEmpty()
                                ? "1 = 0"
                                : wanted.stream()
                                        .map(_ -> "?")
                                        .collect(Collectors.joining(", ", column + " in (", ")")));
        values.addAll(wanted);
    }

    /** Stations write more than anybody needs to see again. */
    static String cut(String text, int most) {
        String clean = text.replace("\u0000", "");
        return clean.length() > most ? clean.substring(0, most) : clean;
    }
}

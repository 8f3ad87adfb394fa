package network.opencharging.bridge.store;

import network.opencharging.bridge.deliver.Came;
import network.opencharging.bridge.deliver.OutboxWatch.Last;
import network.opencharging.bridge.deliver.OutboxWatch.Way;
import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.protocol.route.ModuleId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened last on each way: one row a way, however many parcels there were. */
final class WayRows {
    private static final int LONGEST_REASON = 2000;

    private final JdbcOperations jdbc;

    WayRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    static String shortened(String why) {
        return why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
    }

    void happened(List<Came> outcomes) {
        Map<Way, Last> last = new LinkedHashMap<>();
        for (Came came : outcomes) {
            last(came)
                    .ifPresent(one -> last.merge(way(came.waiting().parcel()), one, WayRows::both));
        }
        last.forEach(this::write);
    }

    private static Way way(Parcel parcel) {
        return new Way(parcel.from(), parcel.to(), parcel.label().module());
    }

    private static Optional<Last> last(Came came) {
        return switch (came) {
            case Came.SetOut setOut -> Optional.empty();
            case Came.Arrived(var _, Instant at) ->
                    Optional.of(new Last(Optional.of(at), Optional.empty(), ""));
            case Came.Again(var _, Instant at, var _, String why) -> failed(at, why);
            case Came.Parked(var _, Instant at, String why) -> failed(at, why);
        };
    }

    private static Optional<Last> failed(Instant at, String why) {
        return Optional.of(new Last(Optional.empty(), Optional.of(at), shortened(why)));
    }

    private static Last both(Last earlier, Last later) {
        return new Last(
                later.arrived().or(earlier::arrived),
                later.failed().or(earlier::failed),
                later.failed().isPresent() ? later.why() : earlier.why());
    }

    private void write(Way way, Last last) {
        @Nullable OffsetDateTime arrived = last.arrived().map(Times::column).orElse(null);
        @Nullable OffsetDateTime failed = last.failed().map(Times::column).orElse(null);
        @Nullable String why = last.failed().isPresent() ? last.why() : null;
        int known =
                jdbc.update(
                        """
                        update bridge_way set arrived_at = coalesce(?, arrived_at),
                            failed_at = coalesce(?, failed_at), why = coalesce(?, why)
                        where from_party = ? and to_party = ? and module = ?
                        """,
                        arrived,
                        failed,
                        why,
                        way.from().toString(),
                        way.to().toString(),
                        way.module().value());
        if (known == 0) {
            jdbc.update(
                    """
                    insert into bridge_way
                        (arrived_at, failed_at, why, from_party, to_party, module)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    arrived,
                    failed,
                    last.why(),
                    way.from().toString(),
                    way.to().toString(),
                    way.module().value());
        }
    }

    Map<Way, Last> all() {
        Map<Way, Last> all = new LinkedHashMap<>();
        jdbc.query(
                "select * from bridge_way",
                row -> {
                    all.put(
                            way(row),
                            new Last(
                                    Times.optional(row, "arrived_at"),
                                    Times.optional(row, "failed_at"),
                                    row.getString("why")));
                });
        return all;
    }

    static Way way(ResultSet row) throws SQLException {
        return new Way(
                Parties.read(row, "from_party"),
                Parties.read(row, "to_party"),
                new ModuleId(row.getString("module")));
    }
}

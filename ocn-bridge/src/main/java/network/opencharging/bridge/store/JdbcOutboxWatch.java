package network.opencharging.bridge.store;

import network.opencharging.bridge.deliver.Depth;
import network.opencharging.bridge.deliver.OutboxWatch;
import network.opencharging.bridge.deliver.Parked;

import org.springframework.jdbc.core.JdbcOperations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outbox as an operator sees it. */
public final class JdbcOutboxWatch implements OutboxWatch {
    private static final String COUNTS =
            """
            count(case when parked then null else 1 end) as waiting,
            count(case when parked then 1 else null end) as parked,
            min(case when parked then null else since end) as oldest
            from bridge_outbox
            """;

    private final JdbcOperations jdbc;

    /** A view of the outbox in this database. */
    public JdbcOutboxWatch(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Depth depth() {
        return jdbc.query(
                        "select " + COUNTS,
                        (row, _) ->
                                new Depth(
                                        row.getLong("waiting"),
                                        row.getLong("parked"),
                                        Times.optional(row, "oldest")))
                .getFirst();
    }

    @Override
    public List<Queue> queues() {
        Map<Way, Last> last = new WayRows(jdbc).all();
        List<Queue> queues =
                new ArrayList<>(
                        jdbc.query(
                                "select from_party, to_party, module, "
                                        + COUNTS
                                        + "group by from_party, to_party, module",
                                (row, _) -> {
                                    Way way = WayRows.way(row);
                                    Last known =
                                            Optional.ofNullable(last.remove(way))
                                                    .orElse(Last.NEVER);
                                    return new Queue(
                                            way,
                                            row.getLong("waiting"),
                                            row.getLong("parked"),
                                            Times.optional(row, "oldest"),
                                            known);
                                }));
        last.forEach((way, what) -> queues.add(new Queue(way, 0, 0, Optional.empty(), what)));
        queues.sort(
                Comparator.comparing((Queue queue) ->
                        queue.way().from() + " " + queue.way().to() + " " + queue.way().module()));
        return List.copyOf(queues);
    }

    @Override
    public List<Parked> parked(int limit, int skip) {
        return jdbc.query(
                """
                select * from bridge_outbox where parked = true
                order by parked desc, next_at desc, id desc
                offset ? rows fetch next ? rows only
                """,
                (row, _) ->
                        new Parked(
                                ParcelRow.read(row),
                                row.getString("why"),
                                Times.read(row, "next_at")),
                skip,
                limit);
    }

    @Override
    public boolean resend(long id, Instant now) {
        return jdbc.update(
                        """
                        update bridge_outbox set parked = false, attempts = 0, next_at = ?
                        where parked = true and id = ?
                        """,
                        Times.column(now),
                        id)
                > 0;
    }

    @Override
    public int resend(Span parked, Instant now) {
        return jdbc.update(
                """
                update bridge_outbox set parked = false, attempts = 0, next_at = ?
                where parked = true and next_at >= ? and next_at < ?
                """,
                Times.column(now),
                Times.column(parked.from()),
                Times.column(parked.until()));
    }

    @Override
    public boolean discard(long id) {
        return jdbc.update("delete from bridge_outbox where parked = true and id = ?", id) > 0;
    }
}

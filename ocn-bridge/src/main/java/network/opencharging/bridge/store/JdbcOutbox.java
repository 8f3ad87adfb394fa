package network.opencharging.bridge.store;

import network.opencharging.bridge.deliver.Came;
import network.opencharging.bridge.deliver.OutboxStore;
import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.bridge.deliver.Waiting;
import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The outbox in a database. Every answer is written with the revision it is an answer to: a newer
 * state that came meanwhile is never taken for delivered.
 */
public final class JdbcOutbox implements OutboxStore {
    private static final long FIRST = 1;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final RowIds ids;
    private final PresenceRows presence;
    private final WayRows ways;

    /** An outbox in this database. */
    public JdbcOutbox(JdbcOperations jdbc, TransactionOperations transactions, RowIds ids) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = ids;
        this.presence = new PresenceRows(jdbc);
        this.ways = new WayRows(jdbc);
    }

    @Override
    public Written write(List<Parcel> parcels, List<Came> outcomes, Instant now) {
        Collection<Parcel> newest = newest(parcels);
        try {
            return inOne(newest, outcomes, now);
        } catch (DuplicateKeyException e) {
            // Another thread wrote the same row in the same moment: now it is there to be renewed.
            return inOne(newest, outcomes, now);
        }
    }

    /** Parcels first: a place is never emptied and taken again in one transaction. */
    private Written inOne(Collection<Parcel> parcels, List<Came> outcomes, Instant now) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    List<Waiting> fresh = parcels.isEmpty() ? List.of() : stored(parcels, now);
                    boolean isSettled = outcomes.isEmpty() || settled(outcomes);
                    return new Written(
                            fresh.stream()
                                    .filter(waiting -> !presence.isAway(waiting.parcel().to()))
                                    .toList(),
                            !isSettled || fresh.size() < parcels.size());
                }));
    }

    /** One label has one place: of several states the last one counts. */
    private static Collection<Parcel> newest(List<Parcel> parcels) {
        Map<Place, Parcel> byPlace = new LinkedHashMap<>();
        parcels.forEach(parcel -> byPlace.put(Place.of(parcel), parcel));
        return byPlace.values();
    }

    private record Place(PartyId from, PartyId to, Parcel.Label label) {
        static Place of(Parcel parcel) {
            return new Place(parcel.from(), parcel.to(), parcel.label());
        }
    }

    /** Answers those whose place was empty. */
    private List<Waiting> stored(Collection<Parcel> parcels, Instant now) {
        OffsetDateTime time = Times.column(now);
        int[] renewed =
                jdbc.batchUpdate(
                        """
                        update bridge_outbox
                        set correlation_id = ?, method = ?, target = ?, body = ?,
                            until_at = ?, revision = revision + 1, attempts = 0,
                            parked = false, next_at = ?, why = ''
                        where from_party = ? and to_party = ? and module = ? and object = ?
                        """,
                        parcels.stream().map(parcel -> row(parcel, time)).toList());
        List<Waiting> fresh = new ArrayList<>();
        int at = 0;
        for (Parcel parcel : parcels) {
            if (renewed[at++] == 0) {
                fresh.add(new Waiting(ids.next(), FIRST, 0, parcel));
            }
        }
        if (!fresh.isEmpty()) {
            jdbc.batchUpdate(
                    """
                    insert into bridge_outbox (correlation_id, method, target, body, until_at,
                        attempts, parked, why, next_at, since, id, revision,
                        from_party, to_party, module, object)
                    values (?, ?, ?, ?, ?, 0, false, '', ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    fresh.stream()
                            .map(one -> row(one.parcel(), time, time, one.id(), one.revision()))
                            .toList());
        }
        return fresh;
    }

    private static Object[] row(Parcel parcel, Object... more) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(parcel.correlationId());
        row.add(parcel.letter().method().name());
        row.add(parcel.letter().target());
        row.add(parcel.letter().body());
        row.add(parcel.until().map(Times::column).orElse(null));
        row.addAll(List.of(more));
        row.add(parcel.from().toString());
        row.add(parcel.to().toString());
        row.add(parcel.label().module().value());
        row.add(parcel.label().object());
        return row.toArray();
    }

    @Override
    public List<Waiting> due(Instant now, int limit, Set<PartyId> without) {
        String others =
                without.isEmpty()
                        ? ""
                        : "and o.to_party not in (%s)"
                                .formatted(
                                        String.join(", ", without.stream().map(_ -> "?").toList()));
        return due(others, "parked, next_at, id", now, without, limit);
    }

    @Override
    public List<Waiting> due(Instant now, int limit, PartyId to) {
        return due("and o.to_party = ?", "parked, to_party, next_at, id", now, Set.of(to), limit);
    }

    /** In the order of an index, so that no more is read than is wanted. */
    private List<Waiting> due(
            String whom, String order, Instant now, Set<PartyId> parties, int limit) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(Times.column(now));
        parties.forEach(party -> parameters.add(party.toString()));
        parameters.add(limit);
        return jdbc.query(
                """
                select * from bridge_outbox o
                where parked = false and next_at <= ? %s
                  and not exists (select 1 from bridge_presence p
                                  where p.party = o.to_party and p.reachable = false)
                order by %s
                limit ?
                """
                        .formatted(whom, order),
                (row, _) -> ParcelRow.read(row),
                parameters.toArray());
    }

    /** Whether everything was there as it was tried. */
    private boolean settled(List<Came> outcomes) {
        List<Object[]> arrived = new ArrayList<>();
        List<Object[]> failed = new ArrayList<>();
        List<Object[]> setOut = new ArrayList<>();
        for (Came came : outcomes) {
            long id = came.waiting().id();
            long revision = came.waiting().revision();
            switch (came) {
                case Came.Arrived(var _, var _) -> arrived.add(new Object[] {id, revision});
                case Came.Again(var _, var _, Instant next, String why) ->
                        failed.add(failure(false, next, why, id, revision));
                case Came.SetOut(var _, Instant at, String why) ->
                        setOut.add(new Object[] {Times.column(at), why, id, revision});
                case Came.Parked(var _, Instant at, String why) ->
                        failed.add(failure(true, at, why, id, revision));
            }
        }
        int found =
                rows("delete from bridge_outbox where id = ? and revision = ?", arrived)
                        + rows(
                                """
                                update bridge_outbox
                                set attempts = attempts + 1, parked = ?, next_at = ?, why = ?
                                where id = ? and revision = ?
                                """,
                                failed)
                        + rows(
                                """
                                update bridge_outbox set parked = true, next_at = ?, why = ?
                                where id = ? and revision = ?
                                """,
                                setOut);
        ways.happened(outcomes);
        return found == outcomes.size();
    }

    private int rows(String sql, List<Object[]> parameters) {
        return parameters.isEmpty() ? 0 : IntStream.of(jdbc.batchUpdate(sql, parameters)).sum();
    }

    private static Object[] failure(
            boolean parked, Instant next, String why, long id, long revision) {
        return new Object[] {parked, Times.column(next), WayRows.shortened(why), id, revision};
    }

    @Override
    public void presence(PartyId party, boolean reachable, Instant since) {
        presence.write(party, reachable, since);
    }
}

package network.opencharging.cpo.store;

import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.Decision;
import network.opencharging.cpo.session.EventWords;
import network.opencharging.cpo.session.SessionEvent;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.unit.SessionId;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Sessions in a database. */
public final class JdbcSessions implements SessionStore {
    /** For what the bell rings: a session of that id occupies its port, or does no more. */
    public static final String WORD = "session";

    private static final int LONGEST_WORDS = 1_000;
    private static final int LONGEST_COMPLAINT = 500;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Bell bell;
    private final Clock clock;
    private final JsonMapper json = Shapes.mapper();
    private final EffectRows effects;

    /**
     * @param bell tells other processes that a port is taken, or free
     */
    public JdbcSessions(
            JdbcTemplate jdbc, TransactionOperations transactions, Bell bell, Clock clock) {
        this.bell = bell;
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.clock = clock;
        this.effects = new EffectRows(this.jdbc, json);
    }

    @Override
    public Opened open(ChargeSession fresh, List<Effect> wanted) {
        ChargeSession first = numbered(fresh, 1);
        try {
            EffectRows.contested(() ->
                    transactions.execute(_ -> {
                        jdbc.sql(
                                        """
                                        insert into cpo_session (id, version, phase, busy_port, emsp, begun,
                                            updated_at, content, location)
                                        values (?, 1, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .param(first.id().value())
                                .param(first.phase().word())
                                .param(busyPort(first))
                                .param(first.opening().driver().emsp().toString())
                                .param(first.hasBegun())
                                .param(Columns.moment(first.times().updated()))
                                .param(json.writeValueAsString(first))
                                .param(location(first))
                                .update();
                        journal(first, "opened", EventWords.of(first.opening().origin()), null);
                        effects.add(wanted, clock.instant());
                        return true;
                    }));
            bell.ring(WORD, first.id().value());
            return new Opened.Stored(first);
        } catch (DuplicateKeyException e) {
            return new Opened.Occupied();
        }
    }

    private static ChargeSession numbered(ChargeSession one, long version) {
        return new ChargeSession(
                one.id(),
                version,
                one.opening(),
                one.phase(),
                one.charge(),
                one.meter(),
                one.funding(),
                one.times(),
                one.remarks());
    }

    private static @Nullable String busyPort(ChargeSession session) {
        return session.phase().occupies() ? session.opening().place().port().toString() : null;
    }

    private static String location(ChargeSession session) {
        return session.opening().place().location().id();
    }

    private void journal(
            ChargeSession after, String event, String said, @Nullable String complaint) {
        jdbc.sql(
                        """
                        insert into cpo_session_event (session, event, at, phase, said, complaint)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(after.id().value())
                .param(event)
                .param(Columns.moment(clock.instant()))
                .param(after.phase().word())
                .param(Columns.cut(said, LONGEST_WORDS))
                .param(complaint)
                .update();
    }

    @Override
    public Heard hear(SessionId id, SessionEvent event, Function<ChargeSession, Decision> decide) {
        Heard heard = together(id, event, decide);
        if (heard instanceof Heard.Changed changed
                && changed.before().phase().occupies() != changed.after().phase().occupies()) {
            bell.ring(WORD, id.value());
        }
        return heard;
    }

    private Heard together(
            SessionId id, SessionEvent event, Function<ChargeSession, Decision> decide) {
        return EffectRows.contested(() ->
                Objects.requireNonNull(
                        transactions.execute(_ -> {
                            Optional<ChargeSession> before = locked(id);
                            if (before.isEmpty()) {
                                return new Heard.Unknown();
                            }
                            String key = Columns.cut(event.key(), 150);
                            return wasHeard(id, key)
                                    ? new Heard.Known()
                                    : changed(before.get(), decide.apply(before.get()), key, event);
                        })));
    }

    private Optional<ChargeSession> locked(SessionId id) {
        return jdbc.sql("select content from cpo_session where id = ? for update")
                .param(id.value())
                .query((row, _) -> session(row))
                .optional();
    }

    private boolean wasHeard(SessionId id, String key) {
        return jdbc.sql("select count(*) from cpo_session_event where session = ? and event = ?")
                        .params(id.value(), key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Heard changed(ChargeSession before, Decision decision, String key, SessionEvent event) {
        ChargeSession after = numbered(decision.next(), before.version() + 1);
        int written =
                jdbc.sql(
                                """
                                update cpo_session set version = ?, phase = ?, busy_port = ?,
                                    emsp = ?, begun = ?, updated_at = ?, content = ?,
                                    location = ?
                                where id = ? and version = ?
                                """)
                        .param(after.version())
                        .param(after.phase().word())
                        .param(busyPort(after))
                        .param(after.opening().driver().emsp().toString())
                        .param(after.hasBegun())
                        .param(Columns.moment(after.times().updated()))
                        .param(json.writeValueAsString(after))
                        .param(location(after))
                        .param(after.id().value())
                        .param(before.version())
                        .update();
        if (written != 1) {
            throw new IllegalStateException(
                    "session %s was changed by somebody else".formatted(after.id()));
        }
        journal(
                after,
                key,
                EventWords.of(event),
                decision.complaint()
                        .map(text -> Columns.cut(text, LONGEST_COMPLAINT))
                        .orElse(null));
        effects.add(decision.effects(), clock.instant());
        return new Heard.Changed(before, after, decision.complaint());
    }

    @Override
    public Optional<ChargeSession> find(SessionId id) {
        return jdbc.sql("select content from cpo_session where id = ?")
                .param(id.value())
                .query((row, _) -> session(row))
                .optional();
    }

    @Override
    public List<ChargeSession> occupying() {
        return jdbc.sql("select content from cpo_session where busy_port is not null order by id")
                .query((row, _) -> session(row))
                .list();
    }

    @Override
    public List<ChargeSession> list(Wish wish) {
        List<Object> values = new ArrayList<>();
        String where = where(wish, values);
        values.add(wish.limit());
        values.add(wish.offset());
        return jdbc.sql(
                        "select content from cpo_session where %s order by updated_at desc, id limit ? offset ?"
                                .formatted(where))
                .params(values)
                .query((row, _) -> session(row))
                .list();
    }

    @Override
    public long count(Wish wish) {
        List<Object> values = new ArrayList<>();
        String where = where(wish, values);
        return jdbc.sql("select count(*) from cpo_session where " + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    private static String where(Wish wish, List<Object> values) {
        StringBuilder where = new StringBuilder("1 = 1");
        wish.emsp().ifPresent(emsp -> and(where, values, "emsp = ?", emsp));
        wish.word().ifPresent(word -> and(where, values, "phase = ?", word));
        wish.from().ifPresent(at -> and(where, values, "updated_at >= ?", Columns.moment(at)));
        wish.until().ifPresent(at -> and(where, values, "updated_at < ?", Columns.moment(at)));
        wish.locations().ifPresent(ids -> Columns.among(where, values, "location", ids));
        if (wish.onlyBegun()) {
            where.append(" and begun = true");
        }
        return where.toString();
    }

    private static void and(StringBuilder where, List<Object> values, String text, Object value) {
        where.append(" and ").append(text);
        values.add(value);
    }

    @Override
    public List<Entry> journal(SessionId id) {
        return jdbc.sql("select * from cpo_session_event where session = ? order by number")
                .param(id.value())
                .query((row, _) ->
                        new Entry(
                                Columns.moment(row, "at"),
                                row.getString("event"),
                                row.getString("phase"),
                                row.getString("said"),
                                Columns.maybeText(row, "complaint")))
                .list();
    }

    private ChargeSession session(ResultSet row) throws SQLException {
        return json.readValue(row.getString("content"), ChargeSession.class);
    }
}

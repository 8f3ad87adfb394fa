package network.opencharging.cpo.store;

import network.opencharging.cpo.outbox.PartnerBook;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How it goes with partners, in a database. */
public final class JdbcPartners implements PartnerBook {
    private static final int LONGEST = 500;

    /** A busy partner's successes are not worth a write each. */
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Map<String, Heard> last = new ConcurrentHashMap<>();

    private record Heard(Optional<String> trouble, Instant at) {
        boolean isMuchAs(Heard other) {
            return trouble.equals(other.trouble()) && at.isBefore(other.at().plus(OFTEN));
        }
    }

    public JdbcPartners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void told(String partner, Optional<String> trouble, Instant at) {
        Heard now = new Heard(trouble.map(text -> Columns.cut(text, LONGEST)), at);
        @Nullable Heard before = last.get(partner);
        if (before == null || !now.isMuchAs(before)) {
            last.put(partner, now);
            write(partner, now);
        }
    }

    private void write(String partner, Heard now) {
        if (!changed(partner, now)) {
            try {
                jdbc.sql("insert into cpo_partner (party) values (?)").param(partner).update();
            } catch (DuplicateKeyException e) {
                // Another process was quicker: the row is there, which is all that is wanted.
            }
            changed(partner, now);
        }
    }

    private boolean changed(String partner, Heard now) {
        String sql =
                now.trouble().isEmpty()
                        ? "update cpo_partner set success_at = ? where party = ?"
                        : "update cpo_partner set trouble = ?, failure_at = ? where party = ?";
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        now.trouble().ifPresent(statement::param);
        return statement.param(Columns.moment(now.at())).param(partner).update() > 0;
    }

    @Override
    public List<Contact> contacts() {
        return jdbc.sql("select * from cpo_partner order by party")
                .query((row, _) ->
                        new Contact(
                                row.getString("party"),
                                Columns.maybeMoment(row, "success_at"),
                                Columns.maybeMoment(row, "failure_at"),
                                Columns.maybeText(row, "trouble").orElse("")))
                .list();
    }

    @Override
    public List<Backlog> backlogs(String everybody) {
        return jdbc.sql(
                        """
                        select partner, count(*) as pieces,
                            sum(case when given_up then 1 else 0 end) as given_up,
                            min(stored_at) as oldest
                        from (
                            select s.emsp as partner, e.given_up, e.stored_at
                            from cpo_effect e join cpo_session s
                                on e.lane = 'tell-session/' || s.id
                            union all
                            select cast(? as varchar(20)) as partner, e.given_up, e.stored_at
                            from cpo_effect e
                            where e.lane like 'tell-location/%' or e.lane like 'tell-tariff/%'
                        ) w
                        group by partner order by partner
                        """)
                .param(everybody)
                .query((row, _) ->
                        new Backlog(
                                row.getString("partner"),
                                row.getLong("pieces") - row.getLong("given_up"),
                                row.getLong("given_up"),
                                Columns.moment(row, "oldest")))
                .list();
    }
}

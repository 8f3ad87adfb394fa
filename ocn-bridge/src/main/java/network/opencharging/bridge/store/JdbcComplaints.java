package network.opencharging.bridge.store;

import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.complaint.ComplaintBook;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Complaints in a database. */
public final class JdbcComplaints implements ComplaintBook {
    private static final int LONGEST_OBJECT = 1000;
    private static final int LONGEST_BODY = 1_000_000;
    private static final int LONGEST_FAULTS = 100_000;

    private final JdbcClient jdbc;
    private final int most;

    /**
     * A book in this database.
     *
     * @param most about so many complaints are kept
     */
    public JdbcComplaints(JdbcClient jdbc, int most) {
        this.jdbc = jdbc;
        this.most = most;
    }

    @Override
    public void note(Complaint complaint, Instant now) {
        if (counted(complaint, now)) {
            return;
        }
        try {
            jdbc.sql(
                            """
                            insert into bridge_complaint (body, faults, last_at, first_at, times,
                                kind, from_party, to_party, module, object)
                            values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
                            """)
                    .params(content(complaint))
                    .params(Times.column(now), Times.column(now))
                    .params(key(complaint))
                    .update();
            // Places are given in order: what lies so far back is the oldest.
            jdbc.sql(
                            """
                            delete from bridge_complaint
                            where id <= (select max(id) from bridge_complaint) - ?
                            """)
                    .param(most)
                    .update();
        } catch (DuplicateKeyException e) {
            // Another thread had the same complaint in the same moment.
            counted(complaint, now);
        }
    }

    private boolean counted(Complaint complaint, Instant now) {
        return jdbc.sql(
                                """
                                update bridge_complaint
                                set body = ?, faults = ?, last_at = ?, times = times + 1
                                where kind = ? and from_party = ? and to_party = ?
                                  and module = ? and object = ?
                                """)
                        .params(content(complaint))
                        .param(Times.column(now))
                        .params(key(complaint))
                        .update()
                > 0;
    }

    private static List<Object> content(Complaint complaint) {
        return List.of(
                cut(complaint.object(), LONGEST_BODY),
                cut(String.join("\n", complaint.faults()), LONGEST_FAULTS));
    }

    private static List<Object> key(Complaint complaint) {
        return List.of(
                complaint.kind().name(),
                complaint.about().from().toString(),
                complaint.about().to().toString(),
                complaint.about().module(),
                cut(complaint.about().object(), LONGEST_OBJECT));
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    @Override
    public List<Standing> latest(int limit) {
        return jdbc.sql("select * from bridge_complaint order by last_at desc, id desc limit ?")
                .param(limit)
                .query((row, _) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("id"),
                new Complaint(
                        Complaint.Kind.valueOf(row.getString("kind")),
                        new Complaint.About(
                                Parties.read(row, "from_party"),
                                Parties.read(row, "to_party"),
                                row.getString("module"),
                                row.getString("object")),
                        row.getString("body"),
                        row.getString("faults").lines().toList()),
                Times.read(row, "first_at"),
                Times.read(row, "last_at"),
                row.getLong("times"));
    }

    @Override
    public boolean dismiss(long id) {
        return jdbc.sql("delete from bridge_complaint where id = ?").param(id).update() > 0;
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from bridge_complaint").query(Long.class).single();
    }
}

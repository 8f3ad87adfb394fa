package network.opencharging.bridge.store;

import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.complaint.ComplaintBook;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Complaints in a database. */
public final class JdbcComplaints implements ComplaintBook {
    private static final int LONGEST_MODULE = 64;
    private static final int LONGEST_OBJECT = 1000;
    private static final int LONGEST_BODY = 1_000_000;
    private static final int LONGEST_FAULTS = 90_000;

    private final JdbcClient jdbc;
    private final Bounds bounds;

    /** A book in this database. */
    public JdbcComplaints(JdbcClient jdbc, Bounds bounds) {
        this.jdbc = jdbc;
        this.bounds = bounds;
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
                                kind, from_party, to_party, module, object, mark)
                            values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(content(complaint))
                    .params(Times.column(now), Times.column(now))
                    .params(key(complaint))
                    .param(mark(complaint))
                    .update();
            pushOut(complaint);
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
                                  and module = ? and object = ? and mark = ?
                                """)
                        .params(content(complaint))
                        .param(Times.column(now))
                        .params(key(complaint))
                        .param(mark(complaint))
                        .update()
                > 0;
    }

    /** What is over the bounds goes, and is counted: of this object, and of all. */
    private void pushOut(Complaint complaint) {
        int gone =
                jdbc.sql(
                                        """
                                        delete from bridge_complaint where id in (
                                          select id from bridge_complaint
                                          where kind = ? and from_party = ? and to_party = ?
                                            and module = ? and object = ?
                                          order by last_at desc, id desc offset ? rows)
                                        """)
                                .params(key(complaint))
                                .param(bounds.ofOneObject())
                                .update()
                        // Places are given in order: what lies so far back is the oldest.
                        + jdbc.sql(
                                        """
                                        delete from bridge_complaint
                                        where id <= (select max(id) from bridge_complaint) - ?
                                        """)
                                .param(bounds.all())
                                .update();
        if (gone > 0) {
            jdbc.sql("update bridge_complaint_fallen set entries = entries + ?")
                    .param(gone)
                    .update();
        }
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
                shortened(complaint.about().module(), LONGEST_MODULE),
                shortened(complaint.about().object(), LONGEST_OBJECT));
    }

    /** By which a different fault of the same object is known. */
    private static String mark(Complaint complaint) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            String.join("\n", complaint.faults())
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What is left out is said. */
    private static String cut(String text, int longest) {
        String kept = shortened(text, longest);
        int left = text.length() - kept.length();
        return left > 0 ? "%s … (%d more characters are not kept)".formatted(kept, left) : kept;
    }

    /** Of a body that is no JSON anything can stand here; PostgreSQL takes no NUL. */
    private static String shortened(String text, int longest) {
        String kept = text.replace('\0', '\u2400');
        if (kept.length() <= longest) {
            return kept;
        }
        boolean halves = Character.isHighSurrogate(kept.charAt(longest - 1));
        return kept.substring(0, halves ? longest - 1 : longest);
    }

    @Override
    public List<Standing> latest(int limit, int skip) {
        return jdbc.sql(
                        """
                        select * from bridge_complaint order by last_at desc, id desc
                        offset ? rows fetch next ? rows only
                        """)
                .params(skip, limit)
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

    @Override
    public long fallen() {
        return jdbc.sql("select entries from bridge_complaint_fallen").query(Long.class).single();
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }
}

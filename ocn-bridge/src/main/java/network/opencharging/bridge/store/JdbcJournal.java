package network.opencharging.bridge.store;

import network.opencharging.bridge.journal.Entry;
import network.opencharging.bridge.journal.JournalStore;
import network.opencharging.bridge.journal.Passage;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The journal in a database. */
public final class JdbcJournal implements JournalStore {
    private static final int LONGEST_PATH = 1000;
    private static final int LONGEST_TROUBLE = 2000;
    private static final int LONGEST_ID = 255;

    private final JdbcOperations jdbc;
    private final JdbcClient client;

    /** A journal in this database. */
    public JdbcJournal(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    @Override
    public void write(List<Entry> entries) {
        jdbc.batchUpdate(
                """
                insert into bridge_journal (at, took, direction, from_party, to_party,
                    correlation_id, module, method, path, http, status, trouble, request, answer)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entries.stream().map(JdbcJournal::row).toList());
    }

    private static Object[] row(Entry entry) {
        Passage.Subject subject = entry.subject();
        return new Object[] {
            Times.column(entry.at()),
            entry.took().toMillis(),
            entry.direction().name(),
            subject.from().map(PartyId::toString).orElse(""),
            subject.to().map(PartyId::toString).orElse(""),
            cut(subject.correlationId(), LONGEST_ID),
            subject.module().value(),
            subject.method().name(),
            cut(subject.path(), LONGEST_PATH),
            entry.ending().http(),
            entry.ending().status(),
            cut(entry.ending().trouble(), LONGEST_TROUBLE),
            entry.content().request(),
            entry.content().answer()
        };
    }

    @Override
    public List<Entry.Numbered> find(Search search) {
        String party = search.party().map(PartyId::toString).orElse("");
        return client.sql(
                        """
                        select * from bridge_journal
                        where id < ?
                          and (? = '' or from_party = ? or to_party = ?)
                          and (? = '' or module = ?)
                          and (? = '' or correlation_id = ?)
                          and (? = false or trouble <> '')
                        order by id desc limit ?
                        """)
                .params(search.before(), party, party, party)
                .params(search.module().orElse(""), search.module().orElse(""))
                .params(search.correlationId().orElse(""), search.correlationId().orElse(""))
                .params(search.troubleOnly(), search.limit())
                .query((row, _) -> new Entry.Numbered(row.getLong("id"), entry(row)))
                .list();
    }

    @Override
    public int forget(Instant before) {
        return client.sql("delete from bridge_journal where at < ?")
                .param(Times.column(before))
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Times.read(row, "at"),
                Duration.ofMillis(row.getLong("took")),
                Passage.Direction.valueOf(row.getString("direction")),
                new Passage.Subject(
                        party(row.getString("from_party")),
                        party(row.getString("to_party")),
                        row.getString("correlation_id"),
                        new ModuleId(row.getString("module")),
                        HttpMethod.valueOf(row.getString("method")),
                        row.getString("path")),
                new Entry.Ending(
                        row.getInt("http"), row.getInt("status"), row.getString("trouble")),
                new Entry.Content(row.getString("request"), row.getString("answer")));
    }

    private static Optional<PartyId> party(String text) {
        return PartyId.parse(text);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}

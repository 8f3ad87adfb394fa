package network.opencharging.node.store;

import network.opencharging.node.access.AccessStore;
import network.opencharging.node.access.Person;
import network.opencharging.node.access.Session;
import network.opencharging.node.platform.TokenHash;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Administrators and their sessions in a relational database. */
public final class JdbcAccessStore implements AccessStore {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /** A store in this database. */
    public JdbcAccessStore(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public List<Person> people() {
        return jdbc.sql("select * from administrator order by name")
                .query((rs, _) -> person(rs))
                .list();
    }

    @Override
    public Optional<Person> person(String name) {
        return jdbc.sql("select * from administrator where name = ?")
                .param(name)
                .query((rs, _) -> person(rs))
                .optional();
    }

    @Override
    public Optional<Person> holderOf(TokenHash key) {
        return jdbc.sql("select * from administrator where key_hash = ?")
                .param(key.hex())
                .query((rs, _) -> person(rs))
                .optional();
    }

    @Override
    public void save(Person person) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("delete from administrator where name = ?").param(person.name()).update();
            jdbc.sql(
                            "insert into administrator (name, key_hash, password, changed_at,"
                                    + " changed_by) values (?, ?, ?, ?, ?)")
                    .param(person.name())
                    .param(person.key().map(TokenHash::hex).orElse(null))
                    .param(person.password().orElse(null))
                    .param(utc(person.since()))
                    .param(person.by())
                    .update();
        });
    }

    @Override
    public boolean remove(String name) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    jdbc.sql("delete from admin_session where name = ?").param(name).update();
                    return jdbc.sql("delete from administrator where name = ?").param(name).update()
                            == 1;
                }));
    }

    @Override
    public void open(Session session) {
        jdbc.sql("delete from admin_session where expires_at <= ?")
                .param(utc(session.begun()))
                .update();
        jdbc.sql("insert into admin_session (id, name, begun_at, expires_at) values (?, ?, ?, ?)")
                .param(session.id().hex())
                .param(session.name())
                .param(utc(session.begun()))
                .param(utc(session.expires()))
                .update();
    }

    @Override
    public Optional<Session> session(TokenHash id) {
        return jdbc.sql("select * from admin_session where id = ?")
                .param(id.hex())
                .query((rs, _) ->
                        new Session(
                                new TokenHash(rs.getString("id")),
                                rs.getString("name"),
                                instant(rs, "begun_at"),
                                instant(rs, "expires_at")))
                .optional();
    }

    @Override
    public void close(TokenHash id) {
        jdbc.sql("delete from admin_session where id = ?").param(id.hex()).update();
    }

    private static Person person(ResultSet rs) throws SQLException {
        return new Person(
                rs.getString("name"),
                Optional.ofNullable(rs.getString("key_hash")).map(TokenHash::new),
                Optional.ofNullable(rs.getString("password")),
                instant(rs, "changed_at"),
                rs.getString("changed_by"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

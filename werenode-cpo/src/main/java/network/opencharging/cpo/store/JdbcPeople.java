package network.opencharging.cpo.store;

import network.opencharging.cpo.people.PeopleBook;
import network.opencharging.cpo.people.Person;
import network.opencharging.cpo.people.Role;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** People in a database. */
public final class JdbcPeople implements PeopleBook {
    private final JdbcClient jdbc;

    public JdbcPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Person> all() {
        return jdbc.sql("select * from cpo_person order by name")
                .query((row, _) -> person(row))
                .list();
    }

    @Override
    public Optional<Person> find(String name) {
        return one("select * from cpo_person where name = ?", name);
    }

    @Override
    public Optional<Person> withToken(String mark) {
        return one("select * from cpo_person where token = ?", mark);
    }

    private Optional<Person> one(String sql, String value) {
        return jdbc.sql(sql).param(value).query((row, _) -> person(row)).optional();
    }

    @Override
    public void put(Person person) {
        if (!changed(person)) {
            try {
                jdbc.sql(
                                """
                                insert into cpo_person (name, role, tenant, password, token, since)
                                values (?, ?, ?, ?, ?, ?)
                                """)
                        .param(person.name())
                        .param(person.role().name())
                        .param(person.tenant().orElse(null))
                        .param(person.password().orElse(null))
                        .param(person.token().orElse(null))
                        .param(Columns.moment(person.since()))
                        .update();
            } catch (DuplicateKeyException e) {
                changed(person);
            }
        }
    }

    private boolean changed(Person person) {
        return jdbc.sql(
                                """
                                update cpo_person set role = ?, tenant = ?, password = ?, token = ?
                                where name = ?
                                """)
                        .param(person.role().name())
                        .param(person.tenant().orElse(null))
                        .param(person.password().orElse(null))
                        .param(person.token().orElse(null))
                        .param(person.name())
                        .update()
                > 0;
    }

    @Override
    public boolean remove(String name) {
        return jdbc.sql("delete from cpo_person where name = ?").param(name).update() > 0;
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Columns.maybeText(row, "tenant"),
                Columns.maybeText(row, "password"),
                Columns.maybeText(row, "token"),
                Columns.moment(row, "since"));
    }
}

package network.opencharging.cpo.store;

import network.opencharging.cpo.plug.dialect.Template;
import network.opencharging.cpo.plug.roll.Plug;
import network.opencharging.cpo.plug.roll.PlugBook;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Plugs in a database. */
public final class JdbcPlugs implements PlugBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient jdbc;

    public JdbcPlugs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Plug> all() {
        return jdbc.sql("select * from cpo_plug order by name").query((row, _) -> plug(row)).list();
    }

    @Override
    public boolean knows(String name) {
        return jdbc.sql("select count(*) from cpo_plug where name = ?")
                        .param(name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Plug plug(ResultSet row) throws SQLException {
        return new Plug(
                row.getString("name"),
                Plug.Family.valueOf(row.getString("family")),
                Columns.maybeText(row, "address"),
                Columns.maybeText(row, "template")
                        .map(text -> JSON.readValue(text, Template.class)),
                Columns.maybeText(row, "password"));
    }

    @Override
    public void put(Plug plug) {
        jdbc.sql(
                        """
                        merge into cpo_plug p
                        using (select cast(? as varchar) as name, cast(? as varchar(20)) as family,
                            cast(? as varchar) as address, cast(? as varchar) as template,
                            cast(? as varchar) as password) n
                        on (p.name = n.name)
                        when matched then update set family = n.family, address = n.address,
                            template = n.template, password = n.password
                        when not matched then insert (name, family, address, template, password)
                            values (n.name, n.family, n.address, n.template, n.password)
                        """)
                .param(plug.name())
                .param(plug.family().name())
                .param(plug.address().orElse(null))
                .param(plug.template().map(JSON::writeValueAsString).orElse(null))
                .param(plug.seal().orElse(null))
                .update();
    }

    @Override
    public boolean remove(String name) {
        jdbc.sql("delete from cpo_plug_memory where plug = ?").param(name).update();
        return jdbc.sql("delete from cpo_plug where name = ?").param(name).update() > 0;
    }
}

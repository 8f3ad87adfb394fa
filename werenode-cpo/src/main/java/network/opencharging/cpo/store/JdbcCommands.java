package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.command.Command;
import network.opencharging.cpo.ocpp.command.CommandBook;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands in a database. */
public final class JdbcCommands implements CommandBook {
    private final JdbcClient jdbc;
    private final String process;

    /**
     * @param process this one, which waits for the answers
     */
    public JdbcCommands(JdbcClient jdbc, String process) {
        this.jdbc = jdbc;
        this.process = process;
    }

    @Override
    public void add(Command command) {
        jdbc.sql(
                        """
                        insert into cpo_command (id, station, action, payload, state, asked_at, process)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(command.id())
                .param(command.station())
                .param(command.action())
                .param(command.payload())
                .param(command.state().name())
                .param(Columns.moment(command.asked()))
                .param(process)
                .update();
    }

    @Override
    public void end(Command command) {
        jdbc.sql("update cpo_command set state = ?, answer = ?, ended_at = ? where id = ?")
                .param(command.state().name())
                .param(command.answer().map(text -> Columns.cut(text, 2_000_000)).orElse(null))
                .param(Columns.moment(command.ended()))
                .param(command.id())
                .update();
    }

    @Override
    public Optional<Command> find(String id) {
        return jdbc.sql("select * from cpo_command where id = ?")
                .param(id)
                .query((row, _) -> command(row))
                .optional();
    }

    @Override
    public List<Command> latest(String station, int limit) {
        return jdbc.sql(
                        "select * from cpo_command where station = ? order by asked_at desc limit"
                                + " ?")
                .params(station, limit)
                .query((row, _) -> command(row))
                .list();
    }

    @Override
    public List<Command> forgotten(Set<String> living) {
        return jdbc.sql(
                        """
                        select * from cpo_command
                        where state = 'SENT' and (process is null or process not in (:living))
                        """)
                .param("living", living)
                .query((row, _) -> command(row))
                .list();
    }

    private static Command command(ResultSet row) throws SQLException {
        return new Command(
                row.getString("id"),
                row.getString("station"),
                row.getString("action"),
                row.getString("payload"),
                Command.State.valueOf(row.getString("state")),
                Columns.maybeText(row, "answer"),
                Columns.moment(row, "asked_at"),
                Columns.maybeMoment(row, "ended_at"));
    }
}

package network.opencharging.bridge.store;

import network.opencharging.bridge.command.GivenBook;
import network.opencharging.bridge.command.GivenCommand;
import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What own parties have asked partners for, in a database. */
public final class JdbcGiven implements GivenBook {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /** Given commands in this database. */
    public JdbcGiven(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void open(GivenCommand command) {
        jdbc.sql(
                        """
                        insert into bridge_given
                            (id, own, partner, module, command, deadline, ended)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        command.id(),
                        command.own().toString(),
                        command.partner().toString(),
                        command.what().module().value(),
                        command.what().name(),
                        Times.column(command.deadline()),
                        command.ended())
                .update();
    }

    @Override
    public void extend(String id, Instant deadline) {
        jdbc.sql("update bridge_given set deadline = ? where id = ? and ended = false")
                .params(Times.column(deadline), id)
                .update();
    }

    @Override
    public void forget(String id) {
        jdbc.sql("delete from bridge_given where id = ?").param(id).update();
    }

    @Override
    public Optional<GivenCommand> find(String id) {
        return jdbc.sql("select * from bridge_given where id = ?")
                .param(id)
                .query((row, _) -> command(row))
                .optional();
    }

    /** The row is the lock: whoever changes it tells, and nobody else. */
    @Override
    public boolean end(String id, Runnable telling) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    boolean first =
                            jdbc.sql(
                                                    "update bridge_given set ended = true where id"
                                                            + " = ? and ended = false")
                                            .param(id)
                                            .update()
                                    > 0;
                    if (first) {
                        telling.run();
                    }
                    return first;
                }));
    }

    @Override
    public List<GivenCommand> overdue(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select * from bridge_given
                        where ended = false and deadline <= ?
                        order by deadline limit ?
                        """)
                .param(Times.column(now))
                .param(limit)
                .query((row, _) -> command(row))
                .list();
    }

    @Override
    public int forgetEnded(Instant before) {
        return jdbc.sql("delete from bridge_given where ended = true and deadline < ?")
                .param(Times.column(before))
                .update();
    }

    private static GivenCommand command(ResultSet row) throws SQLException {
        return new GivenCommand(
                row.getString("id"),
                Parties.read(row, "own"),
                Parties.read(row, "partner"),
                new PendingCommand.What(
                        new ModuleId(row.getString("module")), row.getString("command")),
                Times.read(row, "deadline"),
                row.getBoolean("ended"));
    }
}

package network.opencharging.bridge.store;

import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.deliver.OutboxStore;
import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Commands in the database of the outbox: a command stops waiting and its result is in the outbox
 * in one transaction, so that a partner hears exactly one result.
 */
public final class JdbcCommands implements CommandBook {
    /** How long a result is of use to somebody; the driver has gone long before. */
    private static final Duration WORTH_TELLING = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final OutboxStore outbox;
    private final Clock clock;

    /** Commands in this database. */
    public JdbcCommands(
            JdbcClient jdbc, TransactionOperations transactions, OutboxStore outbox, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void open(PendingCommand command) {
        jdbc.sql(
                        """
                        insert into bridge_command
                            (id, asker, asked, correlation_id, module, command, response_url,
                             deadline)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        command.id(),
                        command.between().asker().toString(),
                        command.between().asked().toString(),
                        command.between().correlationId(),
                        command.what().module().value(),
                        command.what().name(),
                        command.responseUrl().toString(),
                        Times.column(command.deadline()))
                .update();
    }

    @Override
    public void extend(String id, Instant deadline) {
        jdbc.sql("update bridge_command set deadline = ? where id = ?")
                .params(Times.column(deadline), id)
                .update();
    }

    @Override
    public void forget(String id) {
        jdbc.sql("delete from bridge_command where id = ?").param(id).update();
    }

    @Override
    public boolean settle(String id, OcpiObject result) {
        return Boolean.TRUE.equals(transactions.execute(_ -> settled(id, result)));
    }

    private boolean settled(String id, OcpiObject result) {
        Optional<PendingCommand> waiting =
                jdbc.sql("select * from bridge_command where id = ? for update")
                        .param(id)
                        .query((row, _) -> command(row))
                        .optional();
        waiting.ifPresent(command -> {
            forget(id);
            Instant now = clock.instant();
            outbox.put(Parcel.of(command, result, now.plus(WORTH_TELLING)), now);
        });
        return waiting.isPresent();
    }

    @Override
    public List<PendingCommand> overdue(Instant now, int limit) {
        return jdbc.sql(
                        "select * from bridge_command where deadline <= ? order by deadline limit"
                                + " ?")
                .param(Times.column(now))
                .param(limit)
                .query((row, _) -> command(row))
                .list();
    }

    private static PendingCommand command(ResultSet row) throws SQLException {
        return new PendingCommand(
                row.getString("id"),
                new PendingCommand.Between(
                        Parties.read(row, "asker"),
                        Parties.read(row, "asked"),
                        row.getString("correlation_id")),
                new PendingCommand.What(
                        new ModuleId(row.getString("module")), row.getString("command")),
                URI.create(row.getString("response_url")),
                Times.read(row, "deadline"));
    }
}

package network.opencharging.node.store;

import network.opencharging.node.clientinfo.Saying;
import network.opencharging.node.clientinfo.SayingStore;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.replica.Topic;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What other nodes said of their parties, in a relational database. */
public final class JdbcSayingStore implements SayingStore {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ChangeNumbers numbers;

    /** A store in this database. */
    public JdbcSayingStore(
            JdbcClient jdbc, TransactionOperations transactions, ChangeNumbers numbers) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.numbers = numbers;
    }

    /** The number is read first: what is written meanwhile comes once more with the next. */
    @Override
    public Later later(long than) {
        long number = numbers.number(Topic.CLIENTS);
        List<Saying> sayings =
                jdbc.sql("select * from client_saying where change_number > ?")
                        .param(than)
                        .query((rs, _) -> saying(rs))
                        .list();
        return new Later(sayings, number);
    }

    @Override
    public void keep(Saying saying) {
        transactions.executeWithoutResult(_ -> write(saying, numbers.next(Topic.CLIENTS)));
    }

    private void write(Saying saying, long number) {
        jdbc.sql(
                        "delete from client_saying where country_code = ? and party_id = ? and role"
                                + " = ?")
                .param(saying.party().countryCode())
                .param(saying.party().partyId())
                .param(saying.role().name())
                .update();
        jdbc.sql(
                        "insert into client_saying (country_code, party_id, role, status, said_at,"
                                + " change_number) values (?, ?, ?, ?, ?, ?)")
                .param(saying.party().countryCode())
                .param(saying.party().partyId())
                .param(saying.role().name())
                .param(saying.status().name())
                .param(saying.at().atOffset(ZoneOffset.UTC))
                .param(number)
                .update();
    }

    private static Saying saying(ResultSet rs) throws SQLException {
        return new Saying(
                new PartyId(rs.getString("country_code"), rs.getString("party_id")),
                Role.valueOf(rs.getString("role")),
                ConnectionStatus.valueOf(rs.getString("status")),
                rs.getObject("said_at", OffsetDateTime.class).toInstant());
    }
}

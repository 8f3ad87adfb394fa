package network.opencharging.node.store;

import network.opencharging.node.network.KnownPeer;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.network.PeerStore;
import network.opencharging.node.replica.Topic;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.directory.Operator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Other nodes in a relational database. */
public final class JdbcPeerStore implements PeerStore {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ChangeNumbers numbers;

    /** A store in this database. */
    public JdbcPeerStore(
            JdbcClient jdbc, TransactionOperations transactions, ChangeNumbers numbers) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.numbers = numbers;
    }

    @Override
    public List<KnownPeer> load() {
        return jdbc.sql("select operator, url, profile, asked_at from peer")
                .query((rs, _) ->
                        new KnownPeer(
                                new Operator(
                                        new Address(rs.getString("operator")),
                                        URI.create(rs.getString("url"))),
                                PeerProfile.valueOf(rs.getString("profile")),
                                rs.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void save(KnownPeer peer) {
        transactions.executeWithoutResult(_ -> {
            numbers.next(Topic.PEERS);
            write(peer);
        });
    }

    private void write(KnownPeer peer) {
        String operator = peer.operator().address().toString();
        jdbc.sql("delete from peer where operator = ?").param(operator).update();
        jdbc.sql("insert into peer (operator, url, profile, asked_at) values (?, ?, ?, ?)")
                .param(operator)
                .param(peer.operator().url().toString())
                .param(peer.profile().name())
                .param(OffsetDateTime.ofInstant(peer.at(), ZoneOffset.UTC))
                .update();
    }
}

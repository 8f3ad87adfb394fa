package network.opencharging.cpo.store;

import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.process.Holders;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who holds which device, in PostgreSQL; written behind the connections, never before them. */
public final class JdbcHolders implements Holders, AutoCloseable {
    /** The word with which the bell is rung for a device that was another's. */
    public static final String WORD = "taken";

    private static final String PUT =
            """
            insert into cpo_holder (device, process, id, protocol) values (?, ?, ?, ?)
            on conflict (device) do update set process = excluded.process, id = excluded.id,
                protocol = excluded.protocol
            """;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final Bell bell;
    private final GroupCommit<Change> group;

    public JdbcHolders(JdbcOperations jdbc, TransactionOperations transactions, Bell bell) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.bell = bell;
        this.group = new GroupCommit<>("holders", this::write);
    }

    private record Change(Held held, boolean arrived) {}

    @Override
    public void arrived(Held held) {
        group.later(new Change(held, true));
    }

    @Override
    public void left(Held held) {
        group.later(new Change(held, false));
    }

    private void write(List<Change> changes) {
        Map<String, Held> arrived = new TreeMap<>();
        List<Object[]> left = new ArrayList<>();
        for (Change change : changes) {
            Held held = change.held();
            if (change.arrived()) {
                arrived.put(held.device(), held);
            } else {
                arrived.values().removeIf(held::equals);
                left.add(new Object[] {held.device(), held.id()});
            }
        }
        List<Held> displaced = new ArrayList<>();
        transactions.executeWithoutResult(_ -> {
            jdbc.batchUpdate("delete from cpo_holder where device = ? and id = ?", left);
            displaced.addAll(displaced(arrived));
            jdbc.batchUpdate(PUT, arrived.values().stream().map(JdbcHolders::columns).toList());
        });
        displaced.forEach(held -> bell.ring(WORD, held.device() + " " + held.id()));
    }

    private List<Held> displaced(Map<String, Held> arrived) {
        return find(arrived.keySet()).stream()
                .filter(before -> isAnothers(before, arrived.get(before.device())))
                .toList();
    }

    private static boolean isAnothers(Held before, @Nullable Held now) {
        return now != null && !now.process().equals(before.process());
    }

    private static Object[] columns(Held held) {
        return new Object[] {held.device(), held.process(), held.id(), held.protocol()};
    }

    @Override
    public Optional<Held> find(String device) {
        return jdbc
                .query("select * from cpo_holder where device = ?", (row, _) -> held(row), device)
                .stream()
                .findFirst();
    }

    @Override
    public List<Held> find(Collection<String> devices) {
        return devices.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select * from cpo_holder where device = any(?)",
                        (row, _) -> held(row),
                        (Object) devices.toArray(String[]::new));
    }

    @Override
    public Map<String, Held> of(String process) {
        return jdbc
                .query("select * from cpo_holder where process = ?", (row, _) -> held(row), process)
                .stream()
                .collect(Collectors.toMap(Held::device, Function.identity()));
    }

    @Override
    public List<Held> all() {
        return jdbc.query("select * from cpo_holder", (row, _) -> held(row));
    }

    @Override
    public List<String> bury(Set<String> living) {
        return jdbc.query(
                "delete from cpo_holder where process <> all(?) returning device",
                (row, _) -> row.getString("device"),
                (Object) living.toArray(String[]::new));
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getString("device"),
                row.getString("process"),
                row.getString("id"),
                row.getString("protocol"));
    }

    @Override
    public void close() {
        group.close();
    }
}

package network.opencharging.node.store;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Optional;

/** What all processes on one database must have in common. */
public final class NodeFacts {
    private final JdbcClient jdbc;

    /** Facts in this database. */
    public NodeFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this is the fact of that name; whoever comes first sets it. */
    public boolean agree(String name, String fact) {
        return known(name).orElseGet(() -> set(name, fact)).equals(fact);
    }

    private Optional<String> known(String name) {
        return jdbc.sql("select fact from node_fact where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    private String set(String name, String fact) {
        try {
            jdbc.sql("insert into node_fact (name, fact) values (?, ?)")
                    .param(name)
                    .param(fact)
                    .update();
            return fact;
        } catch (DuplicateKeyException e) {
            // Another process was first.
            return known(name).orElseThrow(() -> e);
        }
    }
}

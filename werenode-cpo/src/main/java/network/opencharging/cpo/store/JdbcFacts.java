package network.opencharging.cpo.store;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all processes of one database must agree on. */
public final class JdbcFacts {
    private final JdbcClient jdbc;

    public JdbcFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this is what was said first of all. */
    public boolean agree(String name, String content) {
        try {
            jdbc.sql("insert into cpo_fact (name, content) values (?, ?)")
                    .params(name, content)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return jdbc.sql("select content from cpo_fact where name = ?")
                    .param(name)
                    .query(String.class)
                    .single()
                    .equals(content);
        }
    }
}

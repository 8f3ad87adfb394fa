package network.opencharging.cpo.store;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Optional;

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

    /** Keeps it instead of what was said before. */
    public void note(String name, String content) {
        int known =
                jdbc.sql("update cpo_fact set content = ? where name = ?")
                        .params(content, name)
                        .update();
        if (known == 0) {
            // Another process may say it in the same moment: either is as good.
            agree(name, content);
        }
    }

    /** What was said last. */
    public Optional<String> find(String name) {
        return jdbc.sql("select content from cpo_fact where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }
}

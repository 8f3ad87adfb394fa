package network.opencharging.bridge.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Notes every statement that changes something; a batch is one. */
final class CountingJdbc extends JdbcTemplate {
    private final List<String> statements = new ArrayList<>();

    CountingJdbc(DataSource source) {
        super(source);
    }

    List<String> statements() {
        return statements;
    }

    @Override
    public int[] batchUpdate(String sql, List<Object[]> parameters) {
        note(sql);
        return super.batchUpdate(sql, parameters);
    }

    @Override
    public int update(String sql, @Nullable Object @Nullable ... parameters) {
        note(sql);
        return super.update(sql, parameters);
    }

    private void note(String sql) {
        String[] words = sql.strip().split("\\s+", 4);
        statements.add(words[0] + " " + (words[0].equals("update") ? words[1] : words[2]));
    }

    /** Transactions that are noted too. */
    TransactionTemplate noting(TransactionTemplate transactions) {
        return new TransactionTemplate(
                java.util.Objects.requireNonNull(transactions.getTransactionManager())) {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                T result = super.execute(action);
                statements.add("commit");
                return result;
            }
        };
    }
}

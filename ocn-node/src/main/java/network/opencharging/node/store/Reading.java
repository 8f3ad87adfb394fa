package network.opencharging.node.store;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions in which several queries see the same moment. */
final class Reading {
    private Reading() {}

    static TransactionOperations of(PlatformTransactionManager manager) {
        TransactionTemplate reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return reading;
    }
}

package org.interactionhub.benchmarks.peers;

import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Spring's transactions for Axon, as its Spring extension gives them to most of its users. */
final class SpringTransactions implements TransactionManager {

    private final PlatformTransactionManager spring;

    SpringTransactions(DataSource database) {
        spring = new DataSourceTransactionManager(database);
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = spring.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                spring.commit(status);
            }

            @Override
            public void rollback() {
                spring.rollback(status);
            }
        };
    }
}

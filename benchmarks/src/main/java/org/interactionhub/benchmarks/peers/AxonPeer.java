package org.interactionhub.benchmarks.peers;

import com.thoughtworks.xstream.XStream;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.xml.CompactDriver;
import org.axonframework.serialization.xml.XStreamSerializer;
import org.interactionhub.benchmarks.frame.BenchDatabase;

/**
 * Axon's JDBC event store as it comes, on a database of its own. It runs without Spring, hence without the timeouts and
 * meters that its Spring Boot starter switches on: what it costs there comes on top.
 */
public final class AxonPeer implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool;
    private final Serializer serializer;
    private final JdbcEventStorageEngine engine;

    private AxonPeer(HikariDataSource pool, Serializer serializer, int pageSize) {
        this.pool = pool;
        this.serializer = serializer;
        this.engine = JdbcEventStorageEngine.builder()
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool)))
                .transactionManager(NoTransactionManager.INSTANCE) // the unit of work commits its connection itself
                .eventSerializer(serializer).snapshotSerializer(serializer).dataType(byte[].class).batchSize(pageSize)
                .build();
        DefaultUnitOfWork.startAndGet(null).execute(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
    }

    /** Default serialiser, default page of 100 events. */
    public static AxonPeer stock(BenchDatabase database) throws IOException, SQLException {
        XStream xstream = new XStream(new CompactDriver());
        xstream.allowTypesByWildcard(new String[]{"org.interactionhub.benchmarks.**", "org.axonframework.**"});
        return new AxonPeer(pool(database, "axon_stock", ""), XStreamSerializer.builder().xStream(xstream).build(),
                100);
    }

    /** Jackson, statements rewritten into multi-row INSERTs, pages of 5,000 events. */
    public static AxonPeer tuned(BenchDatabase database) throws IOException, SQLException {
        return new AxonPeer(pool(database, "axon_tuned", "?reWriteBatchedInserts=true"),
                Jackson3Serializer.builder().build(), 5_000);
    }

    private static HikariDataSource pool(BenchDatabase database, String name, String settings)
            throws IOException, SQLException {
        database.create(name);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url(name) + settings);
        pool.setUsername("hub_admin");
        pool.setPassword(database.passwordOf("hub_admin"));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setAutoCommit(false);
        return pool;
    }

    /** A new event store on the engine; one for as long as it is used. */
    public EmbeddedEventStore eventStore() {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    public JdbcEventStorageEngine engine() {
        return engine;
    }

    public Serializer serializer() {
        return serializer;
    }

    /** Its database, autocommit off. */
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}

package org.interactionhub.benchmarks.peers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Axon's JDBC event store with a pooled streaming processor that keeps tables of the history. */
public final class AxonHistory implements AutoCloseable {

    /** As its processors come: a token and a transaction for every event. */
    private static final int STOCK_BATCH = 1;
    private static final int TUNED_BATCH = 1_000;
    private static final int PUBLISHED = 500;

    private final AxonPeer peer;
    private final int batch;
    private final @Nullable Integer segments;
    private final SpringTransactions transactions;
    private final JdbcTokenStore tokens;
    private final AxonProjection projection;
    private @Nullable Configuration running;
    private @Nullable EmbeddedEventStore store;

    private AxonHistory(AxonPeer peer, int batch, @Nullable Integer segments) throws IOException, SQLException {
        this.peer = peer;
        this.batch = batch;
        this.segments = segments;
        this.transactions = new SpringTransactions(peer.pool());
        TransactionAwareDataSourceProxy database = new TransactionAwareDataSourceProxy(peer.pool());
        this.tokens = JdbcTokenStore.builder().connectionProvider(new DataSourceConnectionProvider(database))
                .serializer(peer.serializer()).build();
        this.projection = new AxonProjection(database);
        transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        try (Connection connection = peer.pool().getConnection()) {
            HistoryDefinition history = HistoryDefinition.read();
            history.makeTables(connection);
            history.makeIndexes(connection);
            connection.commit();
        }
    }

    /** Pages of 100 events, 16 segments, 4 threads, a transaction per event. */
    public static AxonHistory stock(BenchDatabase database) throws IOException, SQLException {
        return new AxonHistory(AxonPeer.stock(database), STOCK_BATCH, null);
    }

    /** Pages of 5,000 events, a transaction per 1,000, Jackson, statements rewritten into multi-row INSERTs, two segments. */
    public static AxonHistory tuned(BenchDatabase database) throws IOException, SQLException {
        return new AxonHistory(AxonPeer.tuned(database), TUNED_BATCH, 2);
    }

    /** Publishes facts, many in one unit of work. */
    public void publish(List<PeerFact> facts) {
        EmbeddedEventStore publishing = peer.eventStore();
        for (int begin = 0; begin < facts.size(); begin += PUBLISHED) {
            publish(publishing, facts.subList(begin, Math.min(facts.size(), begin + PUBLISHED)));
        }
        publishing.shutDown();
    }

    /** A new event store on its events; shut it down when done. */
    EmbeddedEventStore eventStore() {
        return peer.eventStore();
    }

    /** Publishes one fact where the processor sees it come. */
    public void publishLive(PeerFact fact) {
        publish(Optional.ofNullable(store).orElseThrow(), List.of(fact));
    }

    private static void publish(EmbeddedEventStore store, List<PeerFact> facts) {
        DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(
                facts.stream().map(fact -> new GenericDomainEventMessage<>("Fact", fact.stream, 0, fact)).toList()));
    }

    /** Begins to build the tables anew, writing the rows of each event as it comes. */
    public void start() throws SQLException {
        start(false);
    }

    /** @param gathering whether the rows of a transaction are sent at once */
    public void start(boolean gathering) throws SQLException {
        stop();
        projection.gathers(gathering);
        try (Connection connection = peer.pool().getConnection()) {
            PeerHistoryTable.empty(connection);
            connection.commit();
        }
        projection.reset();
        EmbeddedEventStore reading = peer.eventStore();
        System.setProperty("disable-axoniq-console-message", "true");
        Configurer axon = DefaultConfigurer.defaultConfiguration(false).configureSerializer(_ -> peer.serializer())
                .configureEventStore(_ -> reading).configureTransactionManager(_ -> transactions);
        axon.eventProcessing().usingPooledStreamingEventProcessors().registerTokenStore(_ -> tokens)
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.INSTANCE)
                .registerEventHandler(_ -> projection)
                .registerPooledStreamingEventProcessorConfiguration((_, builder) -> {
                    // without it a first start counts as a replay, whose tokens its serialiser has to be taught
                    builder.initialToken(StreamableMessageSource::createTailToken).batchSize(batch);
                    return segments == null ? builder : builder.initialSegmentCount(segments);
                });
        Configuration configuration = axon.buildConfiguration();
        configuration.start();
        store = reading;
        running = configuration;
    }

    /** Ends the processor behind its last transaction. */
    public void stop() {
        Configuration configuration = running;
        if (configuration != null) {
            configuration.shutdown();
            running = null;
            store = null;
        }
    }

    /** Facts whose rows are durable, counted as their transactions end. */
    public long done() {
        return projection.done();
    }

    /** Has the tables looked at by {@code seen} of each fact's stream, as its transaction ends. */
    public void whenShown(AxonProjection.Shown seen) {
        projection.whenShown(seen);
    }

    /**
     * After {@link #stop()}: whether the tables hold the rows of each fact once.
     *
     * @return a sentence for everything that is wrong
     */
    public List<String> check() throws SQLException {
        long found = PeerHistoryTable.facts(peer.pool());
        return found == done() ? List.of() : List.of("rows of %d facts instead of %d.".formatted(found, done()));
    }

    /** Whether its processor still works, which Axon gives up quietly after an error. */
    public boolean isWell() {
        Configuration configuration = running;
        return configuration != null && configuration.eventProcessingConfiguration().eventProcessors().values().stream()
                .noneMatch(EventProcessor::isError);
    }

    @Override
    public void close() {
        stop();
        peer.close();
    }
}

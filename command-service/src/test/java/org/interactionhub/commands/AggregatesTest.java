package org.interactionhub.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.axonframework.config.Configuration;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AggregatesTest {

    @Test
    void axon_starts_without_a_banner_and_without_a_module_that_calls_home() {
        // Given
        Logger axon = (Logger) LoggerFactory.getLogger("org.axonframework");
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        axon.addAppender(said);
        try (TestDatabase database = TestDatabase.create(); EventStore store = new EventStore(database.asCommand())) {
            // When
            Configuration aggregates = Aggregates.on(store, new KnownInteractionTable(database.asCommand()));
            aggregates.start();

            // Then
            assertThat(said.list).extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(message -> message.contains("AxonIQ Console"));
            assertThat(aggregates.getModules()).extracting(module -> module.getClass().getName())
                    .noneMatch(name -> name.contains("update"));
            aggregates.shutdown();
        } finally {
            axon.detachAppender(said);
        }
    }
}

package org.interactionhub.channels.reports;

import static org.assertj.core.api.Assertions.assertThatException;

import java.util.Map;
import org.interactionhub.channels.fixture.RunningBroker;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.events.InteractionReport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnsafeTopicTest {

    @Test
    void the_inlets_refuse_to_start_on_a_topic_that_would_lose_what_it_acknowledges() {
        try (RunningBroker broker = RunningBroker.start()) {
            // Given
            broker.hasTopic(InteractionReport.TOPIC, Map.of());

            // When
            assertThatException().isThrownBy(() -> RunningInlets.at(broker.address()))
                    // Then
                    .havingRootCause()
                    .isInstanceOf(UnsafeSettings.class)
                    .withMessageContaining("Set flush.messages=1 on it");
        }
    }
}

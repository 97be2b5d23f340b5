package org.interactionhub.channels.reports;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeTopicTest {

    private final AtomicInteger looks = new AtomicInteger();
    private final IntakeTopic topic = new IntakeTopic(this::stumbling, Clock.systemUTC());

    @Test
    void a_defect_while_looking_does_not_keep_the_inlets_closed_for_ever() {
        // Given
        topic.start();
        topic.mustKeep();

        // When
        topic.doubt();

        // Then
        assertThatExceptionOfType(NotDurable.class).isThrownBy(topic::mustKeep);
        await().untilAsserted(() -> assertThatNoException().isThrownBy(topic::mustKeep));
        topic.stop();
    }

    private Standing stumbling() {
        return switch (looks.incrementAndGet()) {
            case 2 -> throw new IllegalStateException("unforeseen");
            case 3 -> throw new StackOverflowError("worse");
            default -> new Standing.Safe();
        };
    }
}

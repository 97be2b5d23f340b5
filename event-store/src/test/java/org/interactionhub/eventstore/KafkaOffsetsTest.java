package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaOffsetsTest {

    private static TestDatabase database;
    private static KafkaOffsets offsets;

    @BeforeAll
    static void makeDatabase() {
        database = TestDatabase.create();
        offsets = new KafkaOffsets(database.asCommand());
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @Test
    void a_topic_seen_for_the_first_time_is_read_from_its_beginning() {
        assertThat(offsets.stored("new", "id-1", 3)).containsExactly(Map.entry(0, 0L), Map.entry(1, 0L),
                Map.entry(2, 0L));
    }

    @Test
    void partitions_added_later_are_read_from_their_beginning() {
        // Given
        offsets.stored("grown", "id-2", 1);
        try (EventStore store = new EventStore(database.asCommand())) {
            store.append(TestBatch.deciding(_ -> java.util.List.of())
                    .covering(new Offsets("grown", "id-2", Map.of(0, new Offsets.Stretch(0, 5)))));
        }

        // Then
        assertThat(offsets.stored("grown", "id-2", 2)).containsExactly(Map.entry(0, 5L), Map.entry(1, 0L));
    }

    @Test
    void a_topic_made_again_under_the_same_name_is_refused_with_what_to_do() {
        // Given
        offsets.stored("remade", "id-3", 1);

        // Then
        assertThatThrownBy(() -> offsets.stored("remade", "id-4", 1)).isInstanceOf(UnknownTopic.class)
                .hasMessageContaining("id-3").hasMessageContaining("deleted and made again");
    }
}

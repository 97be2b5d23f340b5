package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aMailFrom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Records of one conversation lie in one partition. In whatever turns the partitions are taken, in polls of whatever size,
 * and whoever comes too late with a poll that another consumer covered: each conversation is in the log once and in order.
 */
class PartitionsLawTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final EventStore STORE = new EventStore(DATABASE.asCommand());
    private static final int PARTITIONS = 4;
    private static final int RECORDS = 12;
    private static final int CONVERSATIONS = 3;

    private final long[] next = new long[PARTITIONS];
    private int topic;

    @AfterContainer
    static void closeDatabase() {
        STORE.close();
        DATABASE.close();
    }

    /** @param polls each a partition and a size; what is left after them comes partition by partition */
    @Property(tries = 25)
    void any_interleaving_of_partitions_keeps_every_conversation_in_order(
            @ForAll @Size(max = 20) List<@IntRange(max = PARTITIONS * RECORDS - 1) Integer> polls) {
        topic++;
        Arrays.fill(next, 0);
        long before = STORE.log().head();
        new KafkaOffsets(DATABASE.asCommand()).stored(topicName(), topicName(), PARTITIONS);

        polls.forEach(poll -> poll(poll % PARTITIONS, 1 + poll / PARTITIONS));
        IntStream.range(0, PARTITIONS).forEach(partition -> poll(partition, RECORDS));

        List<UUID> log = STORE.log().after(before, 1000).stream().map(StoredEvent::stream).toList();
        assertThat(log).hasSize(PARTITIONS * RECORDS).doesNotHaveDuplicates();
        IntStream.range(0, PARTITIONS).forEach(partition -> IntStream.range(0, CONVERSATIONS)
                .forEach(conversation -> assertThat(log).containsSubsequence(said(partition, conversation))));
    }

    private void poll(int partition, int size) {
        long first = next[partition];
        long end = Math.min(RECORDS, first + size);
        if (end == first) {
            return;
        }
        TestBatch poll = TestBatch.deciding(_ -> IntStream.range((int) first, (int) end)
                .mapToObj(offset -> Group.of(record(partition, offset))).toList())
                .covering(new Offsets(topicName(), topicName(), Map.of(partition, new Offsets.Stretch(first, end))));
        STORE.append(poll);
        next[partition] = end;
        assertThatThrownBy(() -> STORE.append(poll)).isInstanceOf(OffsetsFenced.class);
    }

    private List<UUID> said(int partition, int conversation) {
        return IntStream.range(0, RECORDS).filter(offset -> offset % CONVERSATIONS == conversation)
                .mapToObj(offset -> record(partition, offset).event().stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Entry record(int partition, int offset) {
        return aMailFrom(NOON, topicName() + "/" + partition + "/" + offset % CONVERSATIONS + "/" + offset);
    }

    private String topicName() {
        return "law-" + topic;
    }
}
